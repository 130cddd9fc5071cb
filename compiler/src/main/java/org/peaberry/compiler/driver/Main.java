/** The command peaberryc. */
package org.peaberry.compiler.driver;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.peaberry.compiler.image.ImageFiles;
import org.peaberry.compiler.image.LinkedImage;
import org.peaberry.compiler.image.Target;
import org.peaberry.runtime.object.TypeInformation;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Exit status: 0 the image was written, 1 the program has errors, 2 wrong usage. */
@Command(name = "peaberryc", mixinStandardHelpOptions = true, version = Main.VERSION, sortOptions = false,
        description = "Compiles Java class files and NASM objects to one ELF file.", optionListHeading = "%nProgram and image:%n",
        customSynopsis = "peaberryc --target linux|baremetal --classpath PATH --main CLASS [options] -o FILE",
        footer = {"", "Exit status: 0 the image was written, 1 the program has errors, 2 wrong usage."})
public final class Main implements Callable<Integer> {
    static final String VERSION = "peaberryc 0.1.0";
    private static final int PROGRAM_ERROR = 1;
    private static final int USAGE = 2;
    private static final long PAGE_SIZE = 4096;
    /** What the boot code maps at the image's base (arch-x86, boot.asm). */
    private static final long ADDRESS_LIMIT = 1L << 30;

    @Spec
    private CommandSpec specification;

    @Option(names = "--target", required = true, paramLabel = "linux|baremetal", description = "Where the image runs.")
    private Target target;
    @Option(names = "--classpath", required = true, paramLabel = "PATH", description = "Folders and jars of the program, separated by ':'. "
            + "Peaberry's runtime is added when it is not among them.")
    private String classPath;
    @Option(names = "--main", required = true, paramLabel = "CLASS", description = "Class with 'main(String[])' (linux), or with @Entrypoint "
            + "methods (baremetal).")
    private String mainClass;
    @Option(names = "--object", paramLabel = "FILE.o", description = "NASM object to link (nasm -f elf64); may be repeated.")
    private List<Path> objects = new ArrayList<>();
    @Option(names = "--library", paramLabel = "FILE.o", description = "NASM object to link when the program refers to a symbol that it defines; "
            + "may be repeated.")
    private List<Path> libraryObjects = new ArrayList<>();
    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE", description = "The ELF file to write. FILE.map is written beside "
            + "it, and for baremetal FILE.debug, which has symbols.")
    private Path output;
    @Option(names = "--load-address", paramLabel = "ADDRESS", description = "Where the image's first byte is in physical memory, a multiple of "
            + "4096; 0x200000 by default (baremetal only).")
    private String loadAddress;
    @Option(names = "--source-directory", paramLabel = "DIR", defaultValue = ".", description = "The folder to which debug information says "
            + "that source files, named by package, are relative; '${DEFAULT-VALUE}' by default, so that output depends on no path.")
    private String sourceDirectory;
    @Option(names = "--heap-size", paramLabel = "SIZE", converter = HeapSize.Converter.class, description = "Address space for objects, which "
            + "takes memory only where it is used: such as 64M or 4G; 16G by default (linux only).")
    private HeapSize heapSize;
    @Mixin
    private CheckOptions checks;
    @Option(names = "--map", paramLabel = "FILE", description = "Write the link map here too.")
    private Path map;
    @ArgGroup(exclusive = false, validate = false, heading = "%nReports:%n")
    private ReportOptions reports = new ReportOptions();
    @ArgGroup(exclusive = false, validate = false, heading = "%nListings:%n")
    private ListingOptions listings = new ListingOptions();
    @ArgGroup(exclusive = false, validate = false, heading = "%nThe compiler itself:%n")
    private DiagnosticOptions diagnostics = new DiagnosticOptions();

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** As {@link #main}, but returns the exit status. */
    public static int run(String... arguments) {
        return run(new PrintWriter(System.err, true), arguments);
    }

    /** @param errors where messages go */
    static int run(PrintWriter errors, String... arguments) {
        try {
            return execute(errors, arguments);
        } catch (OutOfMemoryError e) {
            errors.println(FailureReport.outOfMemory());
        } catch (Error e) {
            errors.println(FailureReport.of(e, List.of(arguments)));
        }
        return PROGRAM_ERROR;
    }

    private static int execute(PrintWriter errors, String... arguments) {
        return new CommandLine(new Main()).setErr(errors).setCaseInsensitiveEnumValuesAllowed(true).setParameterExceptionHandler(Main::reportUsage)
                .setExecutionExceptionHandler(Main::report).execute(arguments);
    }

    private static int reportUsage(CommandLine.ParameterException failure, String[] arguments) {
        failure.getCommandLine().getErr().println("peaberryc: " + failure.getMessage() + ". See peaberryc --help");
        return USAGE;
    }

    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CompilerError) {
            command.getErr().println(failure.getMessage());
            return PROGRAM_ERROR;
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            command.getErr().println("peaberryc: " + failure.getMessage());
            return USAGE;
        }
        command.getErr().println(FailureReport.of(failure, parsed.originalArgs()));
        return PROGRAM_ERROR;
    }

    @Override
    public Integer call() throws IOException {
        checks.warn(specification.commandLine().getErr());
        Phases phases = diagnostics.phases();
        Observation observation = new Observation(reports, listings);
        Settings settings = new Settings(target, fullClassPath(), mainClass, objects, libraryObjects, loadAddress(), diagnostics.dumpedMethod(), diagnostics.verifies(),
                checks.checks(target), heapSize(), sourceDirectory);
        LinkedImage image = new Compilation(settings, phases, observation.observer()).run();
        write(image);
        if (map != null) {
            Files.copy(output.resolveSibling(output.getFileName() + ".map"), map, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        observation.write(output.getFileName().toString(), System.out);
        diagnostics.print(image, phases);
        return 0;
    }

    private void write(LinkedImage image) {
        try {
            ImageFiles.write(image, output);
        } catch (IOException e) {
            throw new UncheckedIOException("the image cannot be written to " + output + " (" + e + "). Make that folder, or choose another place with --output", e);
        }
    }

    private HeapSize heapSize() {
        if (heapSize != null && target != Target.LINUX) {
            throw usage("--heap-size needs --target linux: on bare metal the program itself gives the heap its memory");
        }
        return heapSize == null ? HeapSize.DEFAULT : heapSize;
    }

    private long loadAddress() {
        if (loadAddress == null) {
            return target.physicalBase();
        }
        long address = parsed(loadAddress);
        if (target != Target.BAREMETAL || address <= 0 || address % PAGE_SIZE != 0 || address >= ADDRESS_LIMIT) {
            throw usage("--load-address needs --target baremetal and a multiple of 4096 below 1 GiB, which boot page tables reach; not "
                    + loadAddress);
        }
        return address;
    }

    private long parsed(String number) {
        try {
            return Long.decode(number);
        } catch (NumberFormatException e) {
            throw usage("'" + number + "' is no number. Write 33554432 or 0x2000000");
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(specification.commandLine(), message);
    }

    private List<Path> fullClassPath() {
        List<Path> paths = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            paths.add(Path.of(entry));
        }
        return withRuntime(paths);
    }

    /** Adds the runtime that this compiler was built with, unless the class path has one. */
    static List<Path> withRuntime(List<Path> paths) {
        Path runtime = runtime();
        List<Path> all = new ArrayList<>(paths);
        boolean isThere = paths.stream().anyMatch(path -> Files.exists(path.resolve(TypeInformation.class.getName().replace('.', '/') + ".class"))
                || path.getFileName() != null && path.getFileName().equals(runtime.getFileName()) && !Files.isDirectory(path));
        if (!isThere) {
            all.add(runtime);
        }
        return all;
    }

    private static Path runtime() {
        try {
            return Path.of(TypeInformation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
