/** The method of a lambda class that calls the implementation, with every value converted on the way. */
package org.peaberry.compiler.world.desugar;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

final class LambdaMethod {
    private final ClassNode node;
    private final LambdaSite site;
    private final Handle implementation;
    private final MethodNode method;
    private final ValueConversion conversion;

    private LambdaMethod(ClassNode node, LambdaSite site, MethodNode method) {
        this.node = node;
        this.site = site;
        implementation = site.implementation();
        this.method = method;
        conversion = new ValueConversion(method.instructions);
    }

    /** @param descriptor the interface method's, or a bridge's */
    static MethodNode build(ClassNode node, LambdaSite site, String descriptor, int line) {
        MethodNode method = LambdaClass.method(Opcodes.ACC_PUBLIC, site.name(), descriptor, line);
        method.maxStack += Type.getArgumentsAndReturnSizes(site.implementation().getDesc()) / 4;
        new LambdaMethod(node, site, method).build();
        return method;
    }

    private void build() {
        if (makesObject()) {
            method.instructions.add(new TypeInsnNode(Opcodes.NEW, implementation.getOwner()));
            method.instructions.add(new InsnNode(Opcodes.DUP));
        }
        loadCaptured();
        loadArguments();
        method.instructions.add(new MethodInsnNode(opcode(), implementation.getOwner(), implementation.getName(), implementation.getDesc(),
                implementation.isInterface()));
        returnResult();
    }

    private boolean makesObject() {
        return implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    }

    private boolean hasReceiver() {
        return !makesObject() && implementation.getTag() != Opcodes.H_INVOKESTATIC;
    }

    private int opcode() {
        return switch (implementation.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            default -> Opcodes.INVOKESPECIAL;
        };
    }

    private void loadCaptured() {
        for (int i = 0; i < site.captured().size(); i++) {
            method.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
            method.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, node.name, LambdaClass.field(i), site.captured().get(i).getDescriptor()));
        }
    }

    private void loadArguments() {
        List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(implementation.getDesc())));
        if (hasReceiver()) {
            wanted.add(0, Type.getObjectType(implementation.getOwner()));
        }
        Type[] given = Type.getArgumentTypes(method.desc);
        Type[] typed = site.typed().getArgumentTypes();
        int local = 1;
        for (int i = 0; i < given.length; i++) {
            method.instructions.add(new VarInsnNode(given[i].getOpcode(Opcodes.ILOAD), local));
            conversion.convert(given[i], typed[i], wanted.get(site.captured().size() + i));
            local += given[i].getSize();
        }
    }

    private void returnResult() {
        Type result = makesObject() ? Type.getObjectType(implementation.getOwner()) : Type.getReturnType(implementation.getDesc());
        Type wanted = Type.getReturnType(method.desc);
        if (wanted.getSort() == Type.VOID) {
            // What is left on the stack is dropped by the return.
            method.instructions.add(new InsnNode(Opcodes.RETURN));
            return;
        }
        conversion.convert(result, wanted, wanted);
        method.instructions.add(new InsnNode(wanted.getOpcode(Opcodes.IRETURN)));
    }
}
