/** The objects, types and static fields that a program starts with, as sections of the image. */
package org.peaberry.compiler.heap;

import java.util.List;
import java.util.Set;

import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;

/** What goes when boot is over has the first pages of the data for itself, between the symbols init_data_start and init_data_end. */
public final class ImageHeap {
    /** The section of what goes when boot is over. */
    public static final String BOOT = ".data.boot";

    private static final int PAGE_SIZE = 4096;

    private final ClosedWorld world;
    private final Section types = new Section(".rodata.types", Region.RODATA);
    private final Section readOnly = new Section(".rodata.heap", Region.RODATA);
    private final Section boot = new Section(BOOT, Region.DATA);
    private final Section writable = new Section(".data.heap", Region.DATA);
    private final Section statics = new Section(".data.statics", Region.DATA);

    private ImageHeap(ClosedWorld world) {
        this.world = world;
    }

    /** Everything in the order in which it was found, so that equal programs give equal images. */
    public static List<Section> build(ClosedWorld world, BootData bootData) {
        ImageHeap heap = new ImageHeap(world);
        TypeWriter typeWriter = new TypeWriter(world, heap.types);
        world.usedTypes().forEach(typeWriter::write);
        heap.write(bootData.roots().isEmpty() ? Set.of() : heap.gone(bootData));
        return List.of(heap.types, heap.readOnly, heap.boot, heap.writable, heap.statics);
    }

    /** Symbols of objects. */
    private Set<String> gone(BootData bootData) {
        return bootData.gone(ObjectReferences.of(world), ObjectReferences.symbols(types.relocations()));
    }

    private void write(Set<String> gone) {
        ObjectWriter objects = new ObjectWriter(world, object -> section(object, gone));
        for (int i = 0; i < world.heap().objects().size(); i++) {
            objects.write(world.heap().objects().get(i));
        }
        int end = boot.size() == 0 ? 0 : boot.append(new byte[0], PAGE_SIZE);
        boot.define(new Symbol("init_data_start", 0, 0, Symbol.Kind.OBJECT));
        boot.define(new Symbol("init_data_end", end, 0, Symbol.Kind.OBJECT));
        for (FieldInfo field : world.staticFields()) {
            if (!world.hasConstantValue(field)) {
                objects.writeStatic(field, statics);
            }
        }
    }

    private Section section(ObjectWriter.Written object, Set<String> gone) {
        return gone.contains(object.symbol()) ? boot : object.isReadOnly() ? readOnly : writable;
    }
}
