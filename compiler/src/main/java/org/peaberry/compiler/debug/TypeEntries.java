/** The entries that describe types. */
package org.peaberry.compiler.debug;

import java.util.HashMap;
import java.util.Map;

import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.runtime.object.ObjectLayout;

/** Made when they are first asked for. A reference is a pointer to the structure of its class; classes that nothing needed are declared only. */
final class TypeEntries {
    private static final String OBJECT = "java/lang/Object";

    private final ClosedWorld world;
    private final Units units;
    private final Map<String, Entry> values = new HashMap<>();
    private final Map<String, Entry> objects = new HashMap<>();
    private final ClassEntries classes;

    TypeEntries(ClosedWorld world, Units units) {
        this.world = world;
        this.units = units;
        classes = new ClassEntries(world, this);
    }

    /** The type of a variable, field or array element with that descriptor; null for void. */
    Entry ofValue(String descriptor) {
        if (descriptor.equals("V")) {
            return null;
        }
        Entry known = values.get(descriptor);
        return known != null ? known : makeValue(descriptor);
    }

    private Entry makeValue(String descriptor) {
        BaseType base = BaseType.of(descriptor);
        if (base != null) {
            return keep(descriptor, common().add(base.entry()));
        }
        ClassInfo word = wordType(descriptor);
        if (word != null && word.isUnboxed()) {
            Entry entry = units.of(word).entry().add(Tag.TYPEDEF).text(Attribute.NAME, word.binaryName());
            return keep(descriptor, entry.reference(Attribute.TYPE, word()));
        }
        Entry pointer = keep(descriptor, common().add(Tag.POINTER_TYPE).number(Attribute.BYTE_SIZE, ObjectLayout.REFERENCE_SIZE));
        return pointer.reference(Attribute.TYPE, word != null ? structure(word) : ofObject(objectName(descriptor)));
    }

    private Entry keep(String descriptor, Entry entry) {
        values.put(descriptor, entry);
        return entry;
    }

    /** The type of a machine word. */
    Entry word() {
        Entry known = values.get("");
        return known != null ? known : keep("", common().add(BaseType.WORD.entry()));
    }

    /** The class when values are words, which is known of classes that were loaded; null otherwise. */
    private ClassInfo wordType(String descriptor) {
        ClassInfo type = world.loadedType(descriptor);
        return type != null && type.isWord() ? type : null;
    }

    private static String objectName(String descriptor) {
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    /** The type of objects of a class, by internal name, or of arrays, by descriptor. */
    Entry ofObject(String name) {
        Entry known = objects.get(name);
        return known != null ? known : makeObject(name);
    }

    private Entry makeObject(String name) {
        ClassInfo type = loaded(name);
        Entry entry = (type == null || type.isArray() ? common() : units.of(type).entry()).add(Tag.STRUCTURE_TYPE);
        objects.put(name, entry);
        if (type == null) {
            return entry.text(Attribute.NAME, name.replace('/', '.')).flag(Attribute.DECLARATION);
        }
        if (type.isArray()) {
            classes.describeArray(entry, type);
        } else {
            classes.describeClass(entry, type);
        }
        return entry;
    }

    /** The class, or the array type if its elements' class is there; null otherwise. */
    private ClassInfo loaded(String name) {
        if (!name.startsWith("[")) {
            return world.loadedType("L" + name + ";");
        }
        return world.loadedType(name.substring(name.lastIndexOf('[') + 1)) == null ? null : world.typeOf(name);
    }

    /** The structure that the values of a raw structure point to. */
    private Entry structure(ClassInfo type) {
        Entry known = objects.get(type.name());
        if (known != null) {
            return known;
        }
        Entry entry = units.of(type).entry().add(Tag.STRUCTURE_TYPE);
        objects.put(type.name(), entry);
        classes.describeStructure(entry, type);
        return entry;
    }

    /** Adds the type of the elements of an array. */
    void addArray(Entry elements) {
        common().add(elements);
    }

    /** Where types without a source file are. */
    private Entry common() {
        return units.of(world.classNamed(OBJECT)).entry();
    }
}
