/** Writes the TypeInformation of every type, with its dispatch tables. */
package org.peaberry.compiler.heap;

import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.object.ObjectLayout;
import org.peaberry.runtime.object.TypeInformation;

/** See {@link TypeInformation} for the layout. A slot whose method no code can call holds zero. */
final class TypeWriter {
    private final ClosedWorld world;
    private final Section section;
    private final ClassInfo typeInformation;

    TypeWriter(ClosedWorld world, Section section) {
        this.world = world;
        this.section = section;
        typeInformation = world.classNamed(TypeInformation.class.getName().replace('.', '/'));
    }

    void write(ClassInfo type) {
        boolean dispatches = world.isInstantiated(type);
        int before = dispatches ? Long.BYTES * world.interfaceColours() : 0;
        int slots = dispatches ? world.dispatchSlots(type) : 0;
        ImageBytes bytes = new ImageBytes(before + world.dispatchTableOffset() + Long.BYTES * slots);
        writeObject(bytes, before, type);
        if (dispatches) {
            writeInterfaceMethods(bytes, before, type);
        }
        for (int slot = 0; slot < slots; slot++) {
            putCode(bytes, before + world.dispatchTableOffset() + Long.BYTES * slot, world.dispatched(type, slot));
        }
        bytes.appendTo(section, ObjectLayout.ALIGNMENT, world.typeSymbol(type), before, Symbol.Kind.OBJECT);
    }

    private void writeObject(ImageBytes bytes, int start, ClassInfo type) {
        ClassInfo component = type.isArray() ? type.component() : null;
        bytes.putAddress(start + ObjectLayout.TYPE_OFFSET, world.typeSymbol(typeInformation));
        putReference(bytes, start, "name", symbol(world.typeName(type), type));
        putInt(bytes, start, "typeId", world.typeId(type));
        putInt(bytes, start, "lastSubtypeId", world.lastSubtypeId(type));
        putInt(bytes, start, "instanceSize", type.isArray() || type.isInterface() ? 0 : world.instanceSize(type));
        putInt(bytes, start, "elementShift", component == null ? TypeInformation.NOT_AN_ARRAY : component.memoryKind().shift());
        putInt(bytes, start, "interfaceBit", world.interfaceBit(type));
        boolean holdsReferences = component != null && component.memoryKind() == MemoryKind.REFERENCE;
        putReference(bytes, start, "component", holdsReferences ? world.typeSymbol(component) : null);
        putReference(bytes, start, "array", world.arrayOf(type) == null ? null : world.typeSymbol(world.arrayOf(type)));
        putReference(bytes, start, "superclass", type.superclass() == null ? null : world.typeSymbol(type.superclass()));
        putReference(bytes, start, "interfaceBits", symbol(world.interfaceBits(type), type));
        putReference(bytes, start, "mirror", world.hasMirrors() ? world.objectSymbol(type) : null);
        putInt(bytes, start, "dispatchTableOffset", world.dispatchTableOffset());
    }

    /** Symbol of an object that describes a type. */
    private String symbol(Object object, ClassInfo type) {
        world.heap().scan(object, Origin.ofType(type));
        return world.objectSymbol(object);
    }

    private void writeInterfaceMethods(ImageBytes bytes, int start, ClassInfo type) {
        for (int colour = 0; colour < world.interfaceColours(); colour++) {
            putCode(bytes, start - Long.BYTES * (colour + 1), world.dispatchedInterface(type, colour));
        }
    }

    private static void putCode(ImageBytes bytes, int offset, MethodInfo method) {
        bytes.putAddress(offset, method == null ? null : method.symbol());
    }

    private int offset(int start, String field) {
        return start + world.fieldOffset(typeInformation.declaredField(field));
    }

    private void putInt(ImageBytes bytes, int start, String field, int value) {
        bytes.putInt(offset(start, field), value);
    }

    private void putReference(ImageBytes bytes, int start, String field, String symbol) {
        bytes.putAddress(offset(start, field), symbol);
    }
}
