/** Describes what objects of classes, arrays and raw structures consist of. */
package org.peaberry.compiler.debug;

import org.objectweb.asm.tree.AnnotationNode;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;
import org.peaberry.runtime.object.ObjectLayout;

final class ClassEntries {
    private static final String OBJECT = "java/lang/Object";
    private static final String TYPE_INFORMATION = "Lorg/peaberry/runtime/object/TypeInformation;";

    private final ClosedWorld world;
    private final TypeEntries types;

    ClassEntries(ClosedWorld world, TypeEntries types) {
        this.world = world;
        this.types = types;
    }

    void describeClass(Entry entry, ClassInfo type) {
        entry.text(Attribute.NAME, type.binaryName()).number(Attribute.BYTE_SIZE, type.isInterface() ? ObjectLayout.FIRST_FIELD_OFFSET : world.instanceSize(type));
        if (type.name().equals(OBJECT)) {
            member(entry, "type", TYPE_INFORMATION, ObjectLayout.TYPE_OFFSET);
        } else {
            inherit(entry, type.superclass() == null ? OBJECT : type.superclass().name());
        }
        for (FieldInfo field : type.fields()) {
            if (!field.isStatic()) {
                member(entry, field.name(), field.node().desc, world.fieldOffset(field));
            }
        }
    }

    private void inherit(Entry entry, String superclass) {
        entry.add(Tag.INHERITANCE).reference(Attribute.TYPE, types.ofObject(superclass)).number(Attribute.DATA_MEMBER_LOCATION, 0);
    }

    private void member(Entry entry, String name, String descriptor, int offset) {
        member(entry, name, types.ofValue(descriptor), offset);
    }

    private static Entry member(Entry entry, String name, Entry type, int offset) {
        return entry.add(Tag.MEMBER).text(Attribute.NAME, name).reference(Attribute.TYPE, type).number(Attribute.DATA_MEMBER_LOCATION, offset);
    }

    /** An array knows its length, so that debuggers can show all of its elements. */
    void describeArray(Entry entry, ClassInfo type) {
        entry.text(Attribute.NAME, javaName(type)).number(Attribute.BYTE_SIZE, ObjectLayout.ARRAY_ELEMENTS_OFFSET);
        inherit(entry, OBJECT);
        member(entry, "length", "I", ObjectLayout.ARRAY_LENGTH_OFFSET);
        Entry elements = new Entry(Tag.ARRAY_TYPE).reference(Attribute.TYPE, types.ofValue(type.component().descriptor()));
        elements.add(Tag.SUBRANGE_TYPE).reference(Attribute.TYPE, types.ofValue("I"))
                .expression(Attribute.COUNT, Expression.intBefore(ObjectLayout.ARRAY_ELEMENTS_OFFSET - ObjectLayout.ARRAY_LENGTH_OFFSET));
        types.addArray(elements);
        member(entry, "elements", elements, ObjectLayout.ARRAY_ELEMENTS_OFFSET);
    }

    private static String javaName(ClassInfo type) {
        if (type.isArray()) {
            return javaName(type.component()) + "[]";
        }
        BaseType base = BaseType.of(type.descriptor());
        return base != null ? base.keyword() : type.binaryName();
    }

    /** Fields are what accessors read; the size is the one the structure declares, or where its last field ends. */
    void describeStructure(Entry entry, ClassInfo type) {
        entry.text(Attribute.NAME, type.binaryName());
        Object size = Annotations.element(Annotations.find(type.node().visibleAnnotations, RawStructure.class), "size");
        if (size instanceof Integer bytes && bytes > 0) {
            entry.number(Attribute.BYTE_SIZE, bytes);
        }
        for (MethodInfo accessor : type.methods()) {
            AnnotationNode place = accessor.annotation(At.class);
            boolean isReader = place != null && accessor.argumentTypes().size() == 1 && !accessor.hasAnnotation(Repeated.class);
            if (isReader && !accessor.returnType().isRawStructure()) {
                member(entry, accessor.name(), types.ofValue(accessor.returnType().descriptor()), (Integer) Annotations.element(place, "value"));
            }
        }
    }
}
