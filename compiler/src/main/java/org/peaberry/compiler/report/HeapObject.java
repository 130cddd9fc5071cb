/** An object of the image heap. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.heap.HeapScan;
import org.peaberry.compiler.heap.Origin;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

/**
 * @param bytes  in the image, header included
 * @param text   what a string or a Class object is; null for others
 * @param holder number of the object that leads to it, or -1
 * @param place  where it is held: a field, an index, a static field, code, a type
 */
record HeapObject(String type, int bytes, String text, int holder, String place) {
    private static final int NO_HOLDER = -1;

    /** All objects; the number of an object is its place in the list. */
    static List<HeapObject> of(CompiledProgram program) {
        HeapScan heap = program.world().heap();
        Map<String, Integer> sizes = sizes(program.heap());
        List<HeapObject> objects = new ArrayList<>();
        for (int i = 0; i < heap.objects().size(); i++) {
            Object object = heap.objects().get(i);
            Origin origin = heap.origin(i);
            int holder = origin.holder() == null ? NO_HOLDER : heap.indexOf(origin.holder());
            int size = sizes.getOrDefault(program.world().objectSymbol(object), 0);
            objects.add(new HeapObject(typeName(heap.typeOfObject(object)), size, text(object), holder, place(origin)));
        }
        return objects;
    }

    private static Map<String, Integer> sizes(List<Section> sections) {
        Map<String, Integer> sizes = new HashMap<>();
        for (Section section : sections) {
            for (Symbol symbol : section.symbols()) {
                sizes.put(symbol.name(), symbol.size());
            }
        }
        return sizes;
    }

    /** As in source, arrays included. */
    static String typeName(ClassInfo type) {
        return org.objectweb.asm.Type.getType(type.descriptor()).getClassName();
    }

    private static String text(Object object) {
        if (object instanceof String string) {
            return string;
        }
        return object instanceof Class<?> mirror ? mirror.getTypeName() : object instanceof Enum<?> constant ? constant.name() : null;
    }

    private static String place(Origin origin) {
        return switch (origin.kind()) {
            case STATIC_FIELD -> "static field " + origin.place();
            case FIELD -> "." + ((FieldInfo) origin.place()).name();
            case ELEMENT -> "[" + origin.place() + "]";
            case LITERAL -> origin.place() == null ? "constant of the compiler" : "constant in " + MethodName.of((MethodInfo) origin.place()).full();
            case TYPE -> "description of type " + typeName((ClassInfo) origin.place());
        };
    }

    /** How one gets from a static field, code or a type to an object: {@code static field Main.table → [3] → .name}. */
    static String path(List<HeapObject> objects, int number) {
        HeapObject object = objects.get(number);
        return object.holder == NO_HOLDER ? object.place : path(objects, object.holder) + " → " + object.place;
    }
}
