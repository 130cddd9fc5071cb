/** {@code peaberry kernel}: somebody's own kernel, from Java sources to a bootable image, and to a run of it. */
package org.peaberry.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.iso.GrubIso;
import org.peaberry.boot.kernel.KernelBuilder;
import org.peaberry.boot.kernel.KernelErrors;
import org.peaberry.boot.kernel.KernelSettings;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;
import org.peaberry.boot.machine.QemuCommand;
import org.peaberry.boot.machine.QemuLauncher;
import org.peaberry.boot.machine.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "kernel", mixinStandardHelpOptions = true,
        description = "Makes a bootable kernel of your own from Java: docs/first-kernel.md shows how. It starts in the method with "
                + "@Entrypoint(\"peaberry_start\") of its main class.",
        footer = {"", "Such as: ./peaberry kernel Hello.java --run", "         ./peaberry kernel src --main org.example.Kernel --iso kernel.iso",
            "", "Exit status: 0 it was built, and the machine powered itself off; 1 it has", "errors, or the machine reset itself; 2 wrong usage; 124 time limit; 130 ended",
            "with Ctrl-A X."})
public final class KernelCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "Java files, and folders with Java files at any depth.")
    private List<Path> sources = new ArrayList<>();

    @Option(names = "--classpath", paramLabel = "PATH", description = "More of the kernel's classes: folders and jars, separated by ':'. "
            + "The runtime and arch-x86 are always there.")
    private String classPath = "";

    @Option(names = "--main", paramLabel = "CLASS", description = "The main class; by default the one that the first source is named after.")
    private String mainClass;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "The ELF file; by default CLASS.elf in the current folder. "
            + "FILE.debug beside it is for gdb, FILE.map lists symbols.")
    private Path output;

    @Option(names = "--iso", paramLabel = "FILE", description = "Writes an image of a CD or USB stick as well, which starts the kernel by GRUB.")
    private Path iso;

    @Option(names = "--run", description = "Boots it in QEMU afterwards, with the serial port on this terminal.")
    private boolean run;

    @Option(names = "--cmdline", paramLabel = "STR", description = "The kernel's command line.")
    private String commandLine = "";

    @Option(names = "--cpu", paramLabel = "MODEL", description = "The machine's processor, in QEMU's words (default: ${DEFAULT-VALUE}).")
    private String processor = Machine.AMD_V;

    @Option(names = "--report", paramLabel = "DIR", description = "Writes DIR/index.html: code size, objects, stack depth, and why methods are there.")
    private Path report;

    @Option(names = "--compiler", paramLabel = "OPTION", description = "One more option of peaberryc, such as --emit=asm; may be repeated. "
            + "'compiler/bin/peaberryc --help' lists them.")
    private List<String> compilerOptions = new ArrayList<>();

    @Mixin
    private MachineOptions options;

    @Spec
    private CommandSpec specification;

    @Override
    public Integer call() throws IOException {
        options.check(this::refuse);
        check();
        try {
            BootFiles files = new BootFiles(build(), null, null, commandLine, "");
            if (iso != null) {
                writeIso(files);
            }
            return run ? boot(files).status() : 0;
        } catch (KernelErrors e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private void check() {
        if (sources.isEmpty() && mainClass == null) {
            refuse("name a Java file, or class files with --classpath PATH --main CLASS");
        }
        for (Path source : sources) {
            if (!Files.isReadable(source)) {
                refuse("there is no readable file or folder " + source);
            }
        }
    }

    private void refuse(String message) {
        throw new ParameterException(specification.commandLine(), message);
    }

    private Path build() {
        List<String> more = new ArrayList<>(compilerOptions);
        if (report != null) {
            more.addAll(List.of("--report", report.toString()));
        }
        try (RunFolder folder = new RunFolder()) {
            KernelSettings settings = new KernelSettings(sources, classPath, mainClass, more);
            KernelBuilder builder = new KernelBuilder(Project.current(), settings, folder.path());
            String main = builder.compileSources();
            Path image = output == null ? Path.of(main.substring(main.lastIndexOf('.') + 1) + ".elf") : output;
            System.out.print(builder.link(main, image));
            System.out.flush();
            Progress.say("built " + image);
            return image;
        }
    }

    private void writeIso(BootFiles files) {
        try (RunFolder folder = new RunFolder()) {
            new GrubIso(folder.path()).write(files, false, iso);
        }
        Progress.say("built " + iso);
    }

    private Ending boot(BootFiles files) throws IOException {
        options.announceDebugger(files.hypervisor());
        try (RunFolder folder = new RunFolder()) {
            Progress.say("starting the machine; Ctrl-A X ends it");
            Ending ending = options.run(new QemuLauncher(new QemuCommand(options.machine(processor), folder.path()).boot(files, options.method())), folder.path());
            Progress.say(ending.description());
            return ending;
        }
    }
}
