/** Reads fields of host objects, whatever their access. */
package org.peaberry.compiler.heap;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

import org.peaberry.compiler.driver.CompilerError;
import sun.misc.Unsafe;

/** Reflection where the module system lets it, otherwise by offset: JDK packages are not open to us. */
final class HostMemory {
    private static final Unsafe UNSAFE = unsafe();
    static final Lookup TRUSTED = trusted();

    private HostMemory() {
    }

    /** The lookup that may do everything: JDK packages are not open to us. */
    private static Lookup trusted() {
        try {
            return (Lookup) read(Lookup.class.getDeclaredField("IMPL_LOOKUP"), null);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param object ignored for static fields; values of primitive fields are boxed */
    static Object read(Field field, Object object) {
        if (field.trySetAccessible()) {
            try {
                return field.get(object);
            } catch (IllegalAccessException e) {
                throw new CompilerError("error: field " + field + " cannot be read on the host: " + e);
            }
        }
        return readByOffset(field, object);
    }

    @SuppressWarnings("deprecation")
    private static Object readByOffset(Field field, Object object) {
        boolean isStatic = Modifier.isStatic(field.getModifiers());
        Object base = isStatic ? UNSAFE.staticFieldBase(field) : object;
        long offset = isStatic ? UNSAFE.staticFieldOffset(field) : UNSAFE.objectFieldOffset(field);
        Class<?> type = field.getType();
        if (!type.isPrimitive()) {
            return UNSAFE.getObject(base, offset);
        }
        return switch (type.getName()) {
            case "boolean" -> UNSAFE.getBoolean(base, offset);
            case "byte" -> UNSAFE.getByte(base, offset);
            case "short" -> UNSAFE.getShort(base, offset);
            case "char" -> UNSAFE.getChar(base, offset);
            case "int" -> UNSAFE.getInt(base, offset);
            case "long" -> UNSAFE.getLong(base, offset);
            case "float" -> UNSAFE.getFloat(base, offset);
            default -> UNSAFE.getDouble(base, offset);
        };
    }
}
