/** Reflective access to host objects for the IR interpreter: fields, allocation, calls of JDK methods. */
package org.peaberry.compiler.frontend;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.objectweb.asm.Type;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

import sun.misc.Unsafe;

/** An int-like value is an Integer for the interpreter, whatever its width on the host. */
final class HostObjects {
    private static final Unsafe UNSAFE = unsafe();

    private final ClassLoader loader;

    HostObjects(ClassLoader loader) {
        this.loader = loader;
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

    Class<?> hostClass(ClassInfo type) {
        try {
            return switch (type.name()) {
                case "Z" -> boolean.class;
                case "B" -> byte.class;
                case "S" -> short.class;
                case "C" -> char.class;
                case "I" -> int.class;
                case "J" -> long.class;
                case "F" -> float.class;
                case "D" -> double.class;
                case "V" -> void.class;
                default -> Class.forName(type.binaryName(), true, loader);
            };
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Object allocate(ClassInfo type) {
        try {
            return UNSAFE.allocateInstance(hostClass(type));
        } catch (InstantiationException e) {
            throw new IllegalStateException(e);
        }
    }

    Object get(Object object, FieldInfo field) {
        Field host = hostField(field);
        Object base = Modifier.isStatic(host.getModifiers()) ? UNSAFE.staticFieldBase(host) : object;
        long offset = Modifier.isStatic(host.getModifiers()) ? UNSAFE.staticFieldOffset(host) : UNSAFE.objectFieldOffset(host);
        return switch (Type.getDescriptor(host.getType())) {
            case "Z" -> UNSAFE.getBoolean(base, offset) ? 1 : 0;
            case "B" -> (int) UNSAFE.getByte(base, offset);
            case "S" -> (int) UNSAFE.getShort(base, offset);
            case "C" -> (int) UNSAFE.getChar(base, offset);
            case "I" -> UNSAFE.getInt(base, offset);
            case "J" -> UNSAFE.getLong(base, offset);
            default -> UNSAFE.getObject(base, offset);
        };
    }

    void put(Object object, FieldInfo field, Object value) {
        Field host = hostField(field);
        Object base = Modifier.isStatic(host.getModifiers()) ? UNSAFE.staticFieldBase(host) : object;
        long offset = Modifier.isStatic(host.getModifiers()) ? UNSAFE.staticFieldOffset(host) : UNSAFE.objectFieldOffset(host);
        switch (Type.getDescriptor(host.getType())) {
            case "Z", "B" -> UNSAFE.putByte(base, offset, ((Integer) value).byteValue());
            case "S", "C" -> UNSAFE.putShort(base, offset, ((Integer) value).shortValue());
            case "I" -> UNSAFE.putInt(base, offset, (Integer) value);
            case "J" -> UNSAFE.putLong(base, offset, (Long) value);
            default -> UNSAFE.putObject(base, offset, value);
        }
    }

    private Field hostField(FieldInfo field) {
        try {
            return hostClass(field.owner()).getDeclaredField(field.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls a method by reflection; arguments start with the receiver unless it is static. */
    Object call(MethodInfo method, Object[] arguments) throws Throwable {
        int skipped = method.isStatic() ? 0 : 1;
        Class<?>[] types = new Class<?>[arguments.length - skipped];
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = hostClass(method.argumentTypes().get(i + skipped));
            values[i] = toHost(arguments[i + skipped], types[i]);
        }
        Method host = hostClass(method.owner()).getDeclaredMethod(method.name(), types);
        host.setAccessible(true);
        try {
            return fromHost(host.invoke(method.isStatic() ? null : arguments[0], values), host.getReturnType());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static Object toHost(Object value, Class<?> type) {
        if (type == boolean.class) {
            return ((Integer) value & 1) != 0;
        }
        if (type == byte.class) {
            return ((Integer) value).byteValue();
        }
        if (type == short.class) {
            return ((Integer) value).shortValue();
        }
        return type == char.class ? (Object) (char) (int) (Integer) value : value;
    }

    static Object fromHost(Object value, Class<?> type) {
        if (type == boolean.class) {
            return (Boolean) value ? 1 : 0;
        }
        if (type == char.class) {
            return (int) (Character) value;
        }
        return type == byte.class || type == short.class ? (Object) ((Number) value).intValue() : value;
    }
}
