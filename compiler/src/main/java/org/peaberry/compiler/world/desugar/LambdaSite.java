/** What an invokedynamic instruction of LambdaMetafactory asks for. */
package org.peaberry.compiler.world.desugar;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The arguments of {@code metafactory} and {@code altMetafactory} (java.lang.invoke.LambdaMetafactory).
 *
 * @param factory        captured values to the interface
 * @param interfaces     the functional interface, then marker interfaces
 * @param name           of the interface's method
 * @param descriptors    of the interface's method, then of bridges to it
 * @param implementation what is called
 * @param typed          the method's type after the interface's type arguments are put in
 */
public record LambdaSite(Type factory, List<String> interfaces, String name, List<String> descriptors, Handle implementation, Type typed) {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String SERIALIZABLE = "java/io/Serializable";
    private static final int FLAGS_ARGUMENT = 3;
    /** LambdaMetafactory.FLAG_SERIALIZABLE, FLAG_MARKERS, FLAG_BRIDGES. */
    private static final int FLAG_SERIALIZABLE = 1;
    private static final int FLAG_MARKERS = 1 << 1;
    private static final int FLAG_BRIDGES = 1 << 2;

    static boolean isLambda(InvokeDynamicInsnNode dynamic) {
        return dynamic.bsm.getOwner().equals(METAFACTORY);
    }

    static LambdaSite of(InvokeDynamicInsnNode dynamic) {
        Object[] arguments = dynamic.bsmArgs;
        Type factory = Type.getMethodType(dynamic.desc);
        List<String> interfaces = new ArrayList<>(List.of(factory.getReturnType().getInternalName()));
        List<String> descriptors = new ArrayList<>(List.of(((Type) arguments[0]).getDescriptor()));
        if (dynamic.bsm.getName().equals("altMetafactory")) {
            addAlternatives(arguments, interfaces, descriptors);
        }
        return new LambdaSite(factory, interfaces, dynamic.name, descriptors, (Handle) arguments[1], (Type) arguments[2]);
    }

    /** After the flags: the number of marker interfaces and these, the number of bridges and these, each if its flag is set. */
    private static void addAlternatives(Object[] arguments, List<String> interfaces, List<String> descriptors) {
        int flags = (Integer) arguments[FLAGS_ARGUMENT];
        int next = FLAGS_ARGUMENT + 1;
        if ((flags & FLAG_SERIALIZABLE) != 0) {
            interfaces.add(SERIALIZABLE);
        }
        if ((flags & FLAG_MARKERS) != 0) {
            for (int count = (Integer) arguments[next++]; count > 0; count--) {
                interfaces.add(((Type) arguments[next++]).getInternalName());
            }
        }
        if ((flags & FLAG_BRIDGES) != 0) {
            for (int count = (Integer) arguments[next++]; count > 0; count--) {
                descriptors.add(((Type) arguments[next++]).getDescriptor());
            }
        }
    }

    List<Type> captured() {
        return List.of(factory.getArgumentTypes());
    }

    boolean isCapturing() {
        return factory.getArgumentTypes().length > 0;
    }

    /** The same with another implementation. */
    LambdaSite calling(Handle other) {
        return new LambdaSite(factory, interfaces, name, descriptors, other, typed);
    }
}
