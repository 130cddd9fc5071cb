/** Reports to the reachability analysis what one method's bytecode uses. */
package org.peaberry.compiler.world;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.heap.Origin;
import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.HostedOnly;

final class BytecodeScan {
    private static final String[] PRIMITIVE_ARRAYS = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};

    private final Types types;
    private final Reachability reachability;
    private final Refusals refusals;
    private final MethodInfo method;
    private int line;

    BytecodeScan(Types types, Reachability reachability, MethodInfo method) {
        this.types = types;
        this.reachability = reachability;
        refusals = reachability.refusals();
        this.method = method;
    }

    void run() {
        if (method.hasAnnotation(HostedOnly.class) || Annotations.find(method.owner().node().visibleAnnotations, HostedOnly.class) != null) {
            reachability.error(method, method.displayName() + " is @HostedOnly: it exists on the host JVM alone. Call it from tests and static initializers only", null, 0);
            return;
        }
        for (AbstractInsnNode instruction : method.node().instructions.toArray()) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else {
                scanSafely(instruction);
            }
        }
        for (TryCatchBlockNode handler : List.copyOf(method.node().tryCatchBlocks)) {
            scanHandler(handler);
        }
    }

    /** Nothing throws an exception of a class that is not there. */
    private void scanHandler(TryCatchBlockNode handler) {
        try {
            if (handler.type != null) {
                reachability.use(types.classNamed(handler.type));
            }
        } catch (UnresolvedReference e) {
            if (!refusals.isLate(method)) {
                throw e;
            }
            method.node().tryCatchBlocks.remove(handler);
        }
    }

    private void scanSafely(AbstractInsnNode instruction) {
        try {
            scan(instruction);
        } catch (UnresolvedReference e) {
            if (refusals.isLate(method)) {
                refuse(instruction, e.kind().thrower(), e.missing(), withoutPrefix(e));
            } else {
                reachability.error(method, withoutPrefix(e), method, line);
            }
        } catch (CompilerError e) {
            reachability.error(method, withoutPrefix(e), method, line);
        }
    }

    private static String withoutPrefix(CompilerError e) {
        return e.getMessage().replaceFirst("^error: ", "");
    }

    /** @param text that the exception has, or null */
    private void refuse(AbstractInsnNode instruction, String thrower, String text, String reason) {
        RefusedCode.insteadOf(instruction, method.node(), thrower, text);
        refusals.add(reachability.place(method, line), reason);
        if (text != null) {
            reachability.constant(text.intern(), Origin.ofLiteral(method));
        }
        reachability.reach(types.resolveMethod(RefusedCode.RUNTIME, thrower, text == null ? RefusedCode.WITHOUT_TEXT : RefusedCode.WITH_TEXT), method, line);
    }

    private void refuseCall(AbstractInsnNode call, String reason) {
        refuse(call, RefusedCode.UNSUPPORTED, refusals.areDeferred() ? reason : null, reason);
    }

    private void scan(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            scanCall(call);
        } else if (instruction instanceof FieldInsnNode access) {
            scanField(access);
        } else if (instruction instanceof TypeInsnNode use) {
            scanType(use);
        } else if (instruction instanceof MultiANewArrayInsnNode multi) {
            scanMultiArray(types.classNamed(multi.desc), multi.dims);
        } else if (instruction.getOpcode() == Opcodes.NEWARRAY) {
            reachability.instantiate(types.classNamed(PRIMITIVE_ARRAYS[((IntInsnNode) instruction).operand - Opcodes.T_BOOLEAN]), method, line);
        } else if (instruction instanceof LdcInsnNode load) {
            scanConstant(load.cst);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            scanDynamic(dynamic);
        }
    }

    private void scanCall(MethodInsnNode call) {
        if (isSignaturePolymorphic(call)) {
            refuseOrFail(call, call.owner.replace('/', '.') + "." + call.name + " is called. " + OutsideDialect.NO_HANDLES);
            return;
        }
        MethodInfo resolved = types.resolveMethod(call.owner, call.name, call.desc);
        MethodInfo target = resolved.substitute() != null ? resolved.substitute() : resolved;
        if (isRefused(call, target)) {
            refuseCall(call, reachability.reasonAgainst(target));
            return;
        }
        switch (CallKind.of(target)) {
            case CALL -> scanRealCall(call.getOpcode(), resolved, target);
            case HIDDEN_FIELD -> scanHiddenField(target);
            default -> {
                // No code is called.
            }
        }
    }

    /** Whether what the bytecode names is refused, but only when it is reached; what a dispatched call selects is not known here. */
    private boolean isRefused(MethodInsnNode call, MethodInfo target) {
        String outside = refusals.reasonAgainst(target);
        if (outside != null) {
            return refusals.isLate(method, outside);
        }
        boolean isKnown = isDirect(call.getOpcode(), target) || target.isFinal();
        return isKnown && refusals.isLate(method) && reachability.reasonAgainst(target) != null;
    }

    private static boolean isDirect(int opcode, MethodInfo resolved) {
        return resolved.isStatic() || opcode == Opcodes.INVOKESPECIAL || !resolved.isVirtual() || resolved.owner().isWord();
    }

    /** JVMS §2.9.3: no class declares a method with the descriptor of the call. */
    private static boolean isSignaturePolymorphic(MethodInsnNode call) {
        return call.owner.equals("java/lang/invoke/VarHandle") || call.owner.equals("java/lang/invoke/MethodHandle");
    }

    private void scanRealCall(int opcode, MethodInfo resolved, MethodInfo target) {
        if (isDirect(opcode, resolved)) {
            reachability.reach(target, method, line);
        } else {
            reachability.virtualCall(resolved, method, line);
        }
    }

    private void scanHiddenField(MethodInfo accessor) {
        var annotation = accessor.annotation(HiddenField.class);
        ClassInfo owner = types.classNamed(((String) Annotations.element(annotation, "owner")).replace('.', '/'));
        FieldInfo field = owner.declaredField((String) Annotations.element(annotation, "name"));
        if (field != null && accessor.argumentTypes().size() == 1) {
            reachability.readField(field);
        }
    }

    private void scanField(FieldInsnNode access) {
        FieldInfo field = types.resolveField(access.owner, access.name, access.desc);
        switch (access.getOpcode()) {
            case Opcodes.GETSTATIC, Opcodes.PUTSTATIC -> reachability.useStatic(field);
            case Opcodes.GETFIELD -> reachability.readField(field);
            default -> {
                // A field that is only written needs no value.
            }
        }
    }

    private void scanType(TypeInsnNode use) {
        ClassInfo type = types.classNamed(use.desc);
        switch (use.getOpcode()) {
            case Opcodes.NEW -> {
                if (isRefused(type)) {
                    reachability.use(type);
                } else if (!type.isUnboxed()) {
                    reachability.instantiate(type, method, line);
                }
            }
            case Opcodes.ANEWARRAY -> reachability.instantiate(types.classNamed("[" + type.descriptor()), method, line);
            default -> {
                if (!type.isWord()) {
                    reachability.use(type);
                }
            }
        }
    }

    /** Whether objects of the class are never made here, as the constructor is refused. */
    private boolean isRefused(ClassInfo type) {
        String reason = refusals.reasonAgainst(type);
        return reason != null && refusals.isLate(method, reason);
    }

    private void scanMultiArray(ClassInfo array, int dimensions) {
        ClassInfo type = array;
        for (int i = 0; i < dimensions; i++) {
            reachability.instantiate(type, method, line);
            type = type.component();
        }
        reachability.instantiate(types.classNamed("[I"), method, line);
    }

    private void scanConstant(Object value) {
        if (value instanceof String text) {
            reachability.constant(text.intern(), Origin.ofLiteral(method));
        } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
            ClassInfo literal = types.typeOf(type.getDescriptor());
            if (!literal.isWord()) {
                reachability.constant(literal, Origin.ofLiteral(method));
            }
        }
    }

    private void scanDynamic(InvokeDynamicInsnNode dynamic) {
        refuseOrFail(dynamic, "invokedynamic of " + dynamic.bsm.getOwner() + " is not supported. Compile the class with javac 17");
    }

    private void refuseOrFail(AbstractInsnNode instruction, String reason) {
        if (refusals.isLate(method)) {
            refuseCall(instruction, reason);
        } else {
            reachability.error(method, reason, method, line);
        }
    }
}
