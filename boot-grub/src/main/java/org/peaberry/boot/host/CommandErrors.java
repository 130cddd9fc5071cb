/** How the commands of {@code peaberry} tell what went wrong: a line that says it, and a status. */
package org.peaberry.boot.host;

import java.util.function.UnaryOperator;

import picocli.CommandLine;

public final class CommandErrors {
    private static final int FAILED = 1;

    private CommandErrors() {
    }

    /** @param help from the name of the wrongly used command, the command that prints its help */
    public static CommandLine reported(CommandLine command, UnaryOperator<String> help) {
        return command.setParameterExceptionHandler((problem, ignored) -> report(problem.getMessage().replace('\n', ' ')
                        + ". Try: " + help.apply(problem.getCommandLine().getCommandName()), CommandLine.ExitCode.USAGE))
                .setExecutionExceptionHandler((problem, line, ignored) -> {
                    if (problem instanceof BuildException) {
                        return report(problem.getMessage(), FAILED);
                    }
                    throw problem;
                });
    }

    private static int report(String message, int status) {
        System.err.println("peaberry: " + message);
        return status;
    }
}
