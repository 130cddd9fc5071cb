/** The objects, types and static fields that a program starts with, as sections of the image. */
package org.peaberry.compiler.heap;

import java.util.List;

import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;

public final class ImageHeap {
    private ImageHeap() {
    }

    /** Everything in the order in which it was found, so that equal programs give equal images. */
    public static List<Section> build(ClosedWorld world) {
        Section types = new Section(".rodata.types", Region.RODATA);
        Section readOnly = new Section(".rodata.heap", Region.RODATA);
        Section writable = new Section(".data.heap", Region.DATA);
        Section statics = new Section(".data.statics", Region.DATA);
        TypeWriter typeWriter = new TypeWriter(world, types);
        world.usedTypes().forEach(typeWriter::write);
        ObjectWriter objects = new ObjectWriter(world, readOnly, writable);
        for (int i = 0; i < world.heap().objects().size(); i++) {
            objects.write(world.heap().objects().get(i));
        }
        for (FieldInfo field : world.staticFields()) {
            if (!world.hasConstantValue(field)) {
                objects.writeStatic(field, statics);
            }
        }
        return List.of(types, readOnly, writable, statics);
    }
}
