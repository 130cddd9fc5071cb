/** {@code peaberry test --fuzz}: random programs on HotSpot and compiled. */
package org.peaberry.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.peaberry.boot.host.CommandErrors;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test --fuzz", mixinStandardHelpOptions = true,
        description = "Generates random programs of the dialect and compares what they print on HotSpot and compiled by peaberryc.",
        footer = {"", "Exit status: 0 no program differs; 1 some do: they are kept, and made smaller; 2 wrong usage."})
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;

    @Parameters(arity = "0..1", paramLabel = "N", defaultValue = "5000", description = "How many programs (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed of the first program; the others have those behind it (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--minimize", paramLabel = "SECONDS", defaultValue = "120", description = "How long each failing program is made smaller (default: ${DEFAULT-VALUE}).")
    private int minimizingSeconds;

    public static void main(String[] arguments) {
        System.exit(CommandErrors.reported(new CommandLine(new Main()), command -> "./peaberry test --fuzz --help").execute(arguments));
    }

    @Override
    public Integer call() {
        Path folder = Path.of(System.getProperty("peaberry.root", "."), "tests", "target", "fuzz");
        List<String> failures = new Fuzzer(folder, minimizingSeconds, System.out::println).run(seed, count);
        System.out.println(count + " programs from seed " + seed + ": " + (failures.isEmpty() ? "no difference" : failures.size() + " differ"));
        return failures.isEmpty() ? 0 : FAILED;
    }
}
