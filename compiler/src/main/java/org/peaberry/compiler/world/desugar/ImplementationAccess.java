/** Makes private methods that lambdas and method references name callable from the classes that stand for them. */
package org.peaberry.compiler.world.desugar;

import java.util.HashMap;
import java.util.Map;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Bodies of lambdas become static methods, others that are static or constructors lose {@code private}, and a private instance
 * method gets a static one beside it, as without {@code private} it could be overridden.
 */
final class ImplementationAccess {
    private static final String LAMBDA_BODY = "lambda$";
    private static final String ACCESSOR = "access$";

    private final ClassNode node;
    private final Map<String, Handle> callable = new HashMap<>();

    ImplementationAccess(ClassNode node) {
        this.node = node;
    }

    /** What calls the same method, and may be called in the whole package. */
    Handle callable(Handle implementation) {
        if (!implementation.getOwner().equals(node.name)) {
            return implementation;
        }
        MethodNode method = declared(implementation.getName(), implementation.getDesc());
        if (method == null || (method.access & Opcodes.ACC_PRIVATE) == 0 && implementation.getTag() != Opcodes.H_INVOKESPECIAL) {
            return callable.getOrDefault(key(implementation), implementation);
        }
        return callable.computeIfAbsent(key(implementation), key -> open(implementation, method));
    }

    private static String key(Handle implementation) {
        return implementation.getName() + implementation.getDesc();
    }

    private MethodNode declared(String name, String descriptor) {
        return node.methods.stream().filter(m -> m.name.equals(name) && m.desc.equals(descriptor)).findFirst().orElse(null);
    }

    private Handle open(Handle implementation, MethodNode method) {
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        if (isStatic || method.name.equals("<init>")) {
            method.access = opened(method.access);
            return implementation;
        }
        boolean isBody = method.name.startsWith(LAMBDA_BODY) && (method.access & Opcodes.ACC_SYNTHETIC) != 0;
        MethodNode target = isBody ? makeStatic(method) : accessor(method);
        return new Handle(Opcodes.H_INVOKESTATIC, node.name, target.name, target.desc, isInterface());
    }

    private boolean isInterface() {
        return (node.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Not private; methods of interfaces are then public. */
    private int opened(int access) {
        int open = access & ~Opcodes.ACC_PRIVATE;
        return isInterface() ? open | Opcodes.ACC_PUBLIC : open;
    }

    private String withReceiver(String descriptor) {
        return "(L" + node.name + ";" + descriptor.substring(1);
    }

    /** The receiver is the first argument: in the code nothing changes. */
    private MethodNode makeStatic(MethodNode method) {
        method.access = opened(method.access) | Opcodes.ACC_STATIC;
        method.desc = withReceiver(method.desc);
        return method;
    }

    private MethodNode accessor(MethodNode target) {
        MethodNode accessor = LambdaClass.method(opened(Opcodes.ACC_STATIC), ACCESSOR + target.name, withReceiver(target.desc), firstLine(target));
        int local = 0;
        for (Type type : Type.getArgumentTypes(accessor.desc)) {
            accessor.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
            local += type.getSize();
        }
        accessor.instructions.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, node.name, target.name, target.desc, isInterface()));
        accessor.instructions.add(new InsnNode(Type.getReturnType(target.desc).getOpcode(Opcodes.IRETURN)));
        node.methods.add(accessor);
        return accessor;
    }

    private static int firstLine(MethodNode method) {
        for (var instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }
}
