/** Lambdas of JDK code on the host JVM, which are objects of hidden classes. */
package org.peaberry.compiler.heap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.world.desugar.LambdaSite;

/**
 * A hidden class is told by what its constant pool calls. What it captured is in fields {@code arg$1}, {@code arg$2}, … . Both are as
 * java.lang.invoke.InnerClassLambdaMetafactory of JDK 17 makes them.
 */
public final class JdkLambdas {
    private JdkLambdas() {
    }

    static boolean isLambda(Class<?> hidden) {
        return hidden.getName().contains("$$Lambda$");
    }

    /** Defines a class beside one of the JDK. */
    static Class<?> define(Class<?> neighbour, byte[] bytes) {
        try {
            return HostMemory.TRUSTED.in(neighbour).defineClass(bytes);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Value of a field of a hidden class's object. */
    static Object captured(Object lambda, String field) {
        try {
            Field found = lambda.getClass().getDeclaredField(field);
            return HostMemory.TRUSTED.unreflectGetter(found).invoke(lambda);
        } catch (Throwable e) {
            throw new CompilerError("error: field " + field + " of " + lambda.getClass().getName() + " cannot be read on the host: " + e);
        }
    }

    /** Whether the host's JVM made a hidden class for that lambda or method reference. */
    public static boolean isMadeFor(Class<?> hidden, LambdaSite site) {
        List<String> interfaces = Arrays.stream(hidden.getInterfaces()).map(Type::getInternalName).toList();
        List<String> fields = Arrays.stream(hidden.getDeclaredFields()).filter(f -> f.getName().startsWith("arg$")).map(f -> Type.getDescriptor(f.getType())).toList();
        return interfaces.equals(site.interfaces()) && fields.equals(Arrays.stream(site.factory().getArgumentTypes()).map(Type::getDescriptor).toList())
                && calls(hidden, site.implementation());
    }

    private static boolean calls(Class<?> hidden, Handle implementation) {
        try {
            Class<?> access = Class.forName("jdk.internal.access.JavaLangAccess");
            Class<?> pool = Class.forName("jdk.internal.reflect.ConstantPool");
            Object langAccess = HostMemory.TRUSTED.findStatic(Class.forName("jdk.internal.access.SharedSecrets"), "getJavaLangAccess", MethodType.methodType(access)).invoke();
            Object constants = HostMemory.TRUSTED.findVirtual(access, "getConstantPool", MethodType.methodType(pool, Class.class)).invoke(langAccess, hidden);
            int size = (int) HostMemory.TRUSTED.findVirtual(pool, "getSize", MethodType.methodType(int.class)).invoke(constants);
            MethodHandle information = HostMemory.TRUSTED.findVirtual(pool, "getMemberRefInfoAt", MethodType.methodType(String[].class, int.class));
            String[] wanted = {implementation.getOwner(), implementation.getName(), implementation.getDesc()};
            for (int i = 1; i < size; i++) {
                if (Arrays.equals(wanted, member(information, constants, i))) {
                    return true;
                }
            }
            return false;
        } catch (Throwable e) {
            throw new IllegalStateException("the constant pool of " + hidden.getName() + " cannot be read", e);
        }
    }

    /** Owner, name and descriptor of a constant, or null when it is not that of a member. */
    private static String[] member(MethodHandle information, Object constants, int index) throws Throwable {
        try {
            return (String[]) information.invoke(constants, index);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
