/** Raw structures on the host JVM: a proxy per address whose accessors go to simulated memory. */
package org.peaberry.runtime.memory;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;
import org.peaberry.runtime.annotation.Unboxed;
import org.peaberry.runtime.unboxed.Address;

@HostedOnly
final class SimulatedStructure implements InvocationHandler {
    private final long address;

    private SimulatedStructure(long address) {
        this.address = address;
    }

    static <T> T at(Class<T> layout, long address) {
        return layout.cast(Proxy.newProxyInstance(layout.getClassLoader(), new Class<?>[] {layout}, new SimulatedStructure(address)));
    }

    static long addressOf(Object structure) {
        return ((SimulatedStructure) Proxy.getInvocationHandler(structure)).address;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        At at = method.getAnnotation(At.class);
        if (at != null) {
            return access(method, at.value(), arguments == null ? new Object[0] : arguments);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        return switch (method.getName()) {
            case "toString" -> method.getDeclaringClass().getSimpleName() + "@" + Long.toHexString(address);
            case "hashCode" -> Long.hashCode(address);
            case "equals" -> Proxy.isProxyClass(arguments[0].getClass()) && addressOf(arguments[0]) == address;
            default -> throw new IllegalStateException(method + " of a raw structure has neither @At nor a body");
        };
    }

    private Object access(Method method, int offset, Object[] arguments) throws ReflectiveOperationException {
        long where = address + offset;
        int next = 0;
        Repeated repeated = method.getAnnotation(Repeated.class);
        if (repeated != null) {
            int index = (Integer) arguments[next++];
            if (index < 0 || index >= repeated.count()) {
                throw new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + repeated.count());
            }
            where += (long) index * repeated.stride();
        }
        if (next < arguments.length) {
            store(where, method.getParameterTypes()[next], arguments[next]);
            return null;
        }
        return load(where, method.getReturnType());
    }

    private static Object load(long where, Class<?> type) throws ReflectiveOperationException {
        SimulatedMemory memory = SimulatedMemory.current();
        if (type == long.class) {
            return memory.loadLong(where);
        }
        if (type == int.class) {
            return memory.loadInt(where);
        }
        if (type == short.class) {
            return memory.loadShort(where);
        }
        if (type == char.class) {
            return (char) memory.loadShort(where);
        }
        if (type == byte.class) {
            return memory.loadByte(where);
        }
        if (type == boolean.class) {
            return memory.loadByte(where) != 0;
        }
        if (type.isAnnotationPresent(RawStructure.class)) {
            return at(type, where);
        }
        return box(type, memory.loadLong(where));
    }

    private static void store(long where, Class<?> type, Object value) throws ReflectiveOperationException {
        SimulatedMemory memory = SimulatedMemory.current();
        if (type == long.class) {
            memory.storeLong(where, (Long) value);
        } else if (type == int.class) {
            memory.storeInt(where, (Integer) value);
        } else if (type == short.class) {
            memory.storeShort(where, (Short) value);
        } else if (type == char.class) {
            memory.storeShort(where, (short) ((Character) value).charValue());
        } else if (type == byte.class) {
            memory.storeByte(where, (Byte) value);
        } else if (type == boolean.class) {
            memory.storeByte(where, (byte) ((Boolean) value ? 1 : 0));
        } else {
            memory.storeLong(where, unbox(value));
        }
    }

    private static Object box(Class<?> type, long word) throws ReflectiveOperationException {
        if (!type.isAnnotationPresent(Unboxed.class)) {
            throw new IllegalStateException(type + " cannot be a field of a raw structure");
        }
        Constructor<?> constructor = type.getDeclaredConstructor(long.class);
        constructor.setAccessible(true);
        return constructor.newInstance(word);
    }

    private static long unbox(Object value) throws ReflectiveOperationException {
        if (value instanceof Address a) {
            return a.toLong();
        }
        for (Field field : value.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                return field.getLong(value);
            }
        }
        throw new IllegalStateException(value.getClass() + " has no field");
    }
}
