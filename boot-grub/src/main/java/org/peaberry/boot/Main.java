/** The commands behind the script {@code peaberry}: build, iso, run. */
package org.peaberry.boot;

import org.peaberry.boot.command.BuildCommand;
import org.peaberry.boot.command.IsoCommand;
import org.peaberry.boot.command.RunCommand;
import org.peaberry.boot.host.BuildException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "peaberry", subcommands = {BuildCommand.class, IsoCommand.class, RunCommand.class},
        description = "Builds Peaberry and runs it in an emulator.")
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, ignored) -> report(problem.getMessage()
                        + ". Try: ./peaberry help " + problem.getCommandLine().getCommandName(), WRONG_USAGE))
                .setExecutionExceptionHandler((problem, line, ignored) -> {
                    if (problem instanceof BuildException) {
                        return report(problem.getMessage(), FAILED);
                    }
                    throw problem;
                });
    }

    private static int report(String message, int status) {
        System.err.println("peaberry: " + message.replace('\n', ' '));
        return status;
    }
}
