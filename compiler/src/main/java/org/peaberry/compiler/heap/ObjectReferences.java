/** What the objects and static fields of an image refer to, read from their bytes before they have their places. */
package org.peaberry.compiler.heap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;

final class ObjectReferences {
    private final Section draft = new Section(".draft", Region.DATA);
    private final Map<String, List<String>> references = new HashMap<>();

    private ObjectReferences() {
    }

    /** By symbols. Objects that are found on the way are there, too. */
    static Map<String, List<String>> of(ClosedWorld world) {
        ObjectReferences all = new ObjectReferences();
        ObjectWriter writer = new ObjectWriter(world, object -> all.draft);
        for (int i = 0; i < world.heap().objects().size(); i++) {
            Object object = world.heap().objects().get(i);
            all.add(world.objectSymbol(object), () -> writer.write(object));
        }
        for (FieldInfo field : world.staticFields()) {
            if (!world.hasConstantValue(field)) {
                all.add(world.staticSymbol(field), () -> writer.writeStatic(field, all.draft));
            }
        }
        return all.references;
    }

    private void add(String symbol, Runnable write) {
        int before = draft.relocations().size();
        write.run();
        references.put(symbol, symbols(draft.relocations().subList(before, draft.relocations().size())));
    }

    static List<String> symbols(List<Relocation> relocations) {
        return relocations.stream().map(Relocation::symbol).toList();
    }
}
