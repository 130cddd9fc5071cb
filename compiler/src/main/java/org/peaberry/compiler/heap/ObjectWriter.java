/** Turns host objects into the bytes that they have in the image. */
package org.peaberry.compiler.heap;

import java.lang.reflect.Array;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;

import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.WordValue;
import org.peaberry.runtime.object.ObjectLayout;

/** Strings and their characters go to the read-only section: nothing writes them, as their hash codes are computed here. */
final class ObjectWriter {
    /** The field of Class that in the image leads to the TypeInformation: code for reflection, its only user, is not there. */
    static final String FIELD_OF_TYPE = "reflectionData";

    private final ClosedWorld world;
    private final Function<Written, Section> place;
    private final Set<Object> characters = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param isReadOnly whether code never writes it */
    record Written(String symbol, boolean isReadOnly) {
    }

    /** @param place where an object goes */
    ObjectWriter(ClosedWorld world, Function<Written, Section> place) {
        this.world = world;
        this.place = place;
        FieldInfo value = world.classNamed("java/lang/String").declaredField("value");
        for (Object object : world.heap().objects()) {
            if (object instanceof String) {
                characters.add(world.heap().host().fieldValue(value, object));
            }
        }
    }

    void write(Object object) {
        ClassInfo type = world.heap().typeOfObject(object);
        ImageBytes bytes = type.isArray() ? array(object, type) : instance(object, type);
        bytes.putAddress(ObjectLayout.TYPE_OFFSET, world.typeSymbol(type));
        boolean isReadOnly = object instanceof String || characters.contains(object);
        String symbol = world.objectSymbol(object);
        bytes.appendTo(place.apply(new Written(symbol, isReadOnly)), ObjectLayout.ALIGNMENT, symbol, 0, Symbol.Kind.LABEL);
    }

    private ImageBytes array(Object array, ClassInfo type) {
        int length = Array.getLength(array);
        MemoryKind kind = type.component().memoryKind();
        ImageBytes bytes = new ImageBytes((int) ObjectLayout.arraySize(length, kind.shift()));
        bytes.putInt(ObjectLayout.ARRAY_LENGTH_OFFSET, length);
        for (int i = 0; i < length; i++) {
            put(bytes, ObjectLayout.ARRAY_ELEMENTS_OFFSET + (i << kind.shift()), type.component(), Array.get(array, i));
        }
        return bytes;
    }

    private ImageBytes instance(Object object, ClassInfo type) {
        ImageBytes bytes = new ImageBytes(world.instanceSize(type));
        for (ClassInfo each = type; each != null; each = each.superclass()) {
            for (FieldInfo field : each.fields()) {
                if (object instanceof Class<?> mirror && field.name().equals(FIELD_OF_TYPE)) {
                    bytes.putAddress(world.fieldOffset(field), mirror.isPrimitive() ? null : world.typeSymbol(world.heap().typeOf(mirror)));
                } else if (!field.isStatic() && isWritten(field)) {
                    put(bytes, world.fieldOffset(field), field.type(), value(field, object));
                }
            }
        }
        return bytes;
    }

    /** References that no code follows are zero, so that what they lead to is not in the image. */
    private boolean isWritten(FieldInfo field) {
        return field.memoryKind() != MemoryKind.REFERENCE || world.isRead(field);
    }

    private Object value(FieldInfo field, Object object) {
        if (object instanceof String text && field.name().equals("hash")) {
            return text.hashCode();
        }
        if (object instanceof String text && field.name().equals("hashIsZero")) {
            return text.hashCode() == 0;
        }
        return world.heap().host().fieldValue(field, object);
    }

    private void put(ImageBytes bytes, int offset, ClassInfo type, Object value) {
        if (type.isRawStructure() && value != null) {
            throw new CompilerError("error: a " + type.binaryName() + " made on the build host is in the image. "
                    + "Raw structures exist on the machine alone: make it at boot");
        }
        if (type.isWord()) {
            bytes.put(offset, MemoryKind.LONG, WordValue.of(value));
        } else if (type.memoryKind() != MemoryKind.REFERENCE) {
            bytes.put(offset, type.memoryKind(), value);
        } else if (value != null) {
            bytes.putAddress(offset, world.objectSymbol(value));
        }
    }

    /** Appends a static field. */
    void writeStatic(FieldInfo field, Section section) {
        int width = field.memoryKind().bytes();
        ImageBytes bytes = new ImageBytes(width);
        put(bytes, 0, field.type(), world.heap().staticValue(field));
        bytes.appendTo(section, width, world.staticSymbol(field), 0, Symbol.Kind.OBJECT);
    }
}
