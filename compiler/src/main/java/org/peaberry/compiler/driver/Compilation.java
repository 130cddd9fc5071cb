/** The pipeline: class files and NASM objects in, a linked image out. */
package org.peaberry.compiler.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.peaberry.compiler.contract.Contracts;
import org.peaberry.compiler.contract.StackRule;
import org.peaberry.compiler.contract.boot.BootObjects;
import org.peaberry.compiler.contract.boot.SurvivingReferences;
import org.peaberry.compiler.contract.stack.StackGraph;
import org.peaberry.compiler.debug.DebugInformation;
import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.heap.BootData;
import org.peaberry.compiler.heap.ImageHeap;
import org.peaberry.compiler.image.ElfObjectReader;
import org.peaberry.compiler.image.LinkedImage;
import org.peaberry.compiler.image.Linker;
import org.peaberry.compiler.image.ObjectFile;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Target;
import org.peaberry.compiler.observe.CompilationObserver;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.world.ClassPath;
import org.peaberry.compiler.world.ClosedWorld;

public final class Compilation {
    private static final String LINUX_START = "org/peaberry/runtime/linux/LinuxStart";

    private final Settings settings;
    private final Phases phases;
    private final CompilationObserver observer;
    private final ProgramErrors errors = new ProgramErrors();
    private Contracts contracts;
    private SurvivingReferences references;

    Compilation(Settings settings, Phases phases, CompilationObserver observer) {
        this.settings = settings;
        this.phases = phases;
        this.observer = observer;
    }

    /** @throws CompilerError with all errors of the program */
    public static LinkedImage compile(Settings settings) {
        return compile(settings, CompilationObserver.NONE);
    }

    /** @throws CompilerError with all errors of the program */
    public static LinkedImage compile(Settings settings, CompilationObserver observer) {
        return new Compilation(settings, new Phases(null), observer).run();
    }

    LinkedImage run() {
        ClosedWorld world = phases.run("find what is reachable", this::closeWorld);
        List<CompiledMethod> methods = compileMethods(world);
        phases.run("stack depth", () -> {
            checkStack(world, methods);
            return null;
        });
        List<Section> code = phases.run("tables", () -> CodeSection.build(methods, world.entrypoints(), contracts.bootCode()::isGone));
        List<Section> heap = phases.run("image heap", () -> ImageHeap.build(world, bootData(world, methods, code)));
        sayBootData(heap);
        LinkedImage image = phases.run("link", () -> link(code, heap));
        observer.finished(new CompiledProgram(world, methods, code, heap, image));
        return phases.run("debug information", () -> DebugInformation.addTo(image, methods, world, settings.compilationDirectory()));
    }

    private ClosedWorld closeWorld() {
        ClosedWorld world = new ClosedWorld(new ClassPath(settings.classPath()));
        var main = world.classNamed(settings.mainClass().replace('.', '/'));
        world.addRecursionGuards(main);
        if (settings.target() == Target.LINUX) {
            world.useAllocationWindow();
            world.deferRefusals();
            world.setProgramMain(main);
            world.addEntrypoints(world.classNamed(LINUX_START));
        } else {
            world.forbidFloatingPoint();
        }
        world.addEntrypoints(main);
        world.addRuntimeRoots();
        world.close();
        errors.addAll(world.errors());
        if (!world.refusals().isEmpty()) {
            phases.say(RefusalListing.summary(world.refusals()));
        }
        return world;
    }

    private List<CompiledMethod> compileMethods(ClosedWorld world) {
        MethodCompiler compiler = new MethodCompiler(world, settings, errors, observer.passes());
        phases.run("front end", () -> {
            compiler.buildGraphs();
            return null;
        });
        errors.throwIfAny();
        contracts = phases.run("contracts", () -> Contracts.check(world));
        errors.addAll(contracts.violations());
        errors.throwIfAny();
        if (!contracts.bootCode().enders().isEmpty()) {
            references = phases.run("references that outlive boot", () -> SurvivingReferences.find(world, contracts.bootCode().enders()));
        }
        phases.run("passes", () -> {
            compiler.optimize();
            return null;
        });
        return phases.run("code generation", compiler::generateCode);
    }

    private BootData bootData(ClosedWorld world, List<CompiledMethod> methods, List<Section> code) {
        BootData data = BootObjects.of(world, contracts.bootCode(), references, methods, code);
        references = null;
        return data;
    }

    private void sayBootData(List<Section> heap) {
        heap.stream().filter(section -> section.name().equals(ImageHeap.BOOT) && section.size() > 0)
                .forEach(section -> phases.say("objects that go with boot: " + section.size() + " bytes"));
    }

    private void checkStack(ClosedWorld world, List<CompiledMethod> methods) {
        StackRule rule = StackRule.check(StackGraph.of(world, methods));
        errors.addAll(rule.violations());
        errors.throwIfAny();
        rule.bounds().forEach(bound -> phases.say(bound.text()));
    }

    private LinkedImage link(List<Section> code, List<Section> heap) {
        Linker linker = new Linker(settings.target(), settings.loadAddress()).add("code", code.toArray(Section[]::new)).add("heap", heap.toArray(Section[]::new));
        if (settings.target() == Target.LINUX) {
            linker.add("entry", LinuxEntry.section(settings.heap()));
        }
        settings.objects().forEach(path -> linker.add(read(path)));
        settings.libraryObjects().forEach(path -> linker.addIfNeeded(read(path)));
        return linker.link();
    }

    private static ObjectFile read(Path path) {
        try {
            return ElfObjectReader.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException("object file " + path + " cannot be read. Correct --object or --library, or assemble it with nasm -f elf64", e);
        }
    }
}
