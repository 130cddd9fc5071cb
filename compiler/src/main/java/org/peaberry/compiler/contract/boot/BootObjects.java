/** Tells the image heap what code refers to before and after the end of boot. */
package org.peaberry.compiler.contract.boot;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.peaberry.compiler.contract.BootCode;
import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.heap.BootData;
import org.peaberry.compiler.heap.HeapScan;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.world.ClosedWorld;

public final class BootObjects {
    private final ClosedWorld world;
    private final Set<String> roots = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> contents = new HashSet<>();

    private BootObjects(ClosedWorld world) {
        this.world = world;
    }

    /**
     * @param references found on the graphs of the same program, or null when nothing ends its boot
     * @param methods    the machine code of the program
     * @param tables     sections that describe the code
     */
    public static BootData of(ClosedWorld world, BootCode bootCode, SurvivingReferences references, Collection<CompiledMethod> methods, Collection<Section> tables) {
        if (references == null) {
            return BootData.NONE;
        }
        BootObjects objects = new BootObjects(world);
        objects.addRoots(references);
        objects.addSurvivors(references);
        methods.stream().filter(method -> !bootCode.isGone(method.method())).forEach(method -> method.relocations().forEach(each -> objects.kept.add(each.symbol())));
        tables.stream().filter(section -> !section.name().equals(".text")).forEach(section -> section.relocations().forEach(each -> objects.kept.add(each.symbol())));
        return new BootData(objects.roots, objects.kept, objects.contents);
    }

    private void addRoots(SurvivingReferences references) {
        references.constants().forEach(object -> add(roots, object));
        references.readStatics().forEach(field -> add(roots, world.heap().staticValue(field)));
    }

    private void addSurvivors(SurvivingReferences references) {
        references.objects().forEach((object, survival) -> add(survival == Survival.WHOLE ? kept : contents, object));
        references.statics().forEach((field, survival) -> add(survival == Survival.WHOLE ? kept : contents, world.heap().staticValue(field)));
    }

    /** What is not in the image, as no code that is left refers to it, does not count. */
    private void add(Set<String> symbols, Object value) {
        HeapScan heap = world.heap();
        Object object = heap.imageObject(value);
        if (object != null && heap.typeOfObject(object) != null) {
            symbols.add(world.objectSymbol(object));
        }
    }
}
