/** The commands behind the script {@code peaberry}: build, iso, run. */
package org.peaberry.boot;

import org.peaberry.boot.command.BuildCommand;
import org.peaberry.boot.command.IsoCommand;
import org.peaberry.boot.command.KernelCommand;
import org.peaberry.boot.command.RunCommand;
import org.peaberry.boot.host.CommandErrors;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "peaberry", subcommands = {BuildCommand.class, IsoCommand.class, KernelCommand.class, RunCommand.class},
        description = "Builds Peaberry and runs it in an emulator.")
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return CommandErrors.reported(new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true), command -> "./peaberry help " + command);
    }
}
