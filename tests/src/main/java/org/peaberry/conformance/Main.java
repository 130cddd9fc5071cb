/** {@code peaberry test --conformance}: the conformance guest on both backends, results side by side. */
package org.peaberry.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.peaberry.boot.host.CommandErrors;
import org.peaberry.boot.host.Project;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "test --conformance", mixinStandardHelpOptions = true,
        description = "Runs the conformance guest as dom0's kernel and prints its checks, the machines side by side.",
        footer = {"", "Exit status: 0 every check passes, or is skipped, or fails by a documented fault of the emulator; 1 not so; 2 wrong usage."})
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(names = "--machine", paramLabel = "NAME", description = "Only this machine; may be repeated. Besides qemu-svm, bochs-vmx and bochs-svm there are"
            + " bochs-vmx-basic (an older Intel processor) and, without the hypervisor, qemu-alone, bochs-intel-alone and bochs-amd-alone.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--area", paramLabel = "NAME", description = "Only this area of checks.")
    private String area;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "For each machine (default: ${DEFAULT-VALUE}).")
    private int timeout = 600;

    @Spec
    private CommandSpec specification;

    public static void main(String[] arguments) {
        System.exit(CommandErrors.reported(new CommandLine(new Main()), command -> "./peaberry test --conformance --help").execute(arguments));
    }

    @Override
    public Integer call() {
        ResultTable table = new Conformance(Project.current(), Duration.ofSeconds(timeout)).run(machines(), area == null ? "" : "area=" + area);
        System.out.print(table.text());
        return table.isGood() ? 0 : FAILED;
    }

    private List<TestMachine> machines() {
        return names.isEmpty() ? TestMachine.underTest() : names.stream().map(this::machine).toList();
    }

    private TestMachine machine(String name) {
        return TestMachine.all().stream().filter(machine -> machine.name().equals(name)).findFirst()
                .orElseThrow(() -> new ParameterException(specification.commandLine(), "--machine: there is no '" + name + "'; there are "
                        + String.join(", ", TestMachine.all().stream().map(TestMachine::name).toList())));
    }
}
