/** Reads one field of the program's host objects. */
package org.peaberry.compiler.heap;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;

import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.world.FieldInfo;

/** By reflection; where that fails, since a type of another field of the class is missing, by a method handle. */
interface HostField {
    /** @param object ignored for static fields; values of primitive fields are boxed */
    Object read(Object object);

    /** Loads what it needs by the host program. */
    static HostField of(FieldInfo field, HostProgram host) {
        Class<?> owner = host.classOf(field.owner());
        try {
            Field found = owner.getDeclaredField(field.name());
            return object -> HostMemory.read(found, object);
        } catch (NoSuchFieldException e) {
            throw hidden(field);
        } catch (NoClassDefFoundError e) {
            return byHandle(field, owner, host.classOf(field.type()));
        }
    }

    private static HostField byHandle(FieldInfo field, Class<?> owner, Class<?> type) {
        try {
            MethodHandle getter = field.isStatic() ? HostMemory.TRUSTED.findStaticGetter(owner, field.name(), type)
                    : HostMemory.TRUSTED.findGetter(owner, field.name(), type);
            return object -> read(field, getter, object);
        } catch (ReflectiveOperationException e) {
            throw hidden(field);
        }
    }

    private static Object read(FieldInfo field, MethodHandle getter, Object object) {
        try {
            return field.isStatic() ? getter.invoke() : getter.invoke(object);
        } catch (Throwable e) {
            throw new CompilerError("error: field " + field + " cannot be read on the host: " + e);
        }
    }

    private static CompilerError hidden(FieldInfo field) {
        return new CompilerError("error: field " + field + " is hidden by the host JVM and cannot be put into an image");
    }
}
