/** Calls, and what only looks like one: words, raw accessors, intrinsics, hidden fields. */
package org.peaberry.compiler.frontend;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.compiler.world.CallKind;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.HiddenField;

final class CallInstructions {
    private final Builder builder;
    private final RawAccessors rawAccessors;
    private final IntrinsicCalls intrinsics;

    CallInstructions(Builder builder) {
        this.builder = builder;
        rawAccessors = new RawAccessors(builder);
        intrinsics = new IntrinsicCalls(builder);
    }

    boolean translate(AbstractInsnNode instruction) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            throw builder.unsupported("invokedynamic of " + dynamic.bsm.getOwner() + " is not supported. Compile the class with javac 17");
        }
        int opcode = instruction.getOpcode();
        if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
            monitor();
            return true;
        }
        if (!(instruction instanceof MethodInsnNode call)) {
            return false;
        }
        MethodInfo resolved = builder.world.resolveMethod(call.owner, call.name, call.desc);
        translateCall(call.getOpcode(), resolved);
        return true;
    }

    /** Code that was not written for the dialect is only used by one CPU at a time: its monitors need no more than the check for null. */
    private void monitor() {
        if (!builder.method.owner().isLibrary()) {
            throw builder.unsupported("synchronized: monitors are not in the dialect. Use a SpinLock");
        }
        builder.nullCheck(builder.frame.pop().value());
    }

    private void translateCall(int opcode, MethodInfo resolved) {
        MethodInfo target = knownTarget(opcode, resolved);
        MethodInfo method = substituted(target == null ? resolved : target);
        Instruction[] arguments = popArguments(resolved);
        boolean hasReceiver = !resolved.isStatic();
        switch (CallKind.of(method)) {
            case WORD_CONSTRUCTOR -> builder.frame.replace(arguments[0], arguments[1]);
            case RAW_ACCESSOR -> push(resolved, rawAccessors.access(method, arguments));
            case INTRINSIC -> {
                checkReceiver(hasReceiver, arguments);
                push(resolved, intrinsics.translate(method, arguments));
            }
            case HIDDEN_FIELD -> push(resolved, hiddenField(method, arguments));
            case CALL -> {
                checkReceiver(hasReceiver, arguments);
                push(resolved, call(target == null ? dispatched(resolved) : new Invocation(Invocation.Kind.DIRECT, compiled(method)), arguments));
            }
        }
    }

    private Instruction[] popArguments(MethodInfo method) {
        List<ClassInfo> types = method.argumentTypes();
        Instruction[] arguments = new Instruction[types.size()];
        for (int i = arguments.length - 1; i >= 0; i--) {
            arguments[i] = builder.frame.popValue();
            Type required = types.get(i).memoryKind().type();
            // A method of Object called on a word has no object to be called on, like any other reference.
            if (arguments[i].type() != required && !isReinterpretation(method)) {
                throw builder.unsupported(required == Type.REFERENCE
                        ? "a machine word is passed as an object to " + method.displayName() + ". Pass toLong() instead"
                        : "an object or null is passed as a machine word to " + method.displayName() + ". Words are never null: use zero()");
            }
        }
        return arguments;
    }

    private static boolean isReinterpretation(MethodInfo method) {
        return CallKind.of(method) == CallKind.INTRINSIC && IntrinsicCalls.isReinterpretation(method);
    }

    private void checkReceiver(boolean hasReceiver, Instruction[] arguments) {
        if (hasReceiver && arguments[0].type() == Type.REFERENCE) {
            builder.nullCheck(arguments[0]);
        }
    }

    /** The method that is called whatever the receiver's class, before substitution; null when that depends. */
    private MethodInfo knownTarget(int opcode, MethodInfo resolved) {
        boolean isDirect = resolved.isStatic() || opcode == Opcodes.INVOKESPECIAL || !resolved.isVirtual()
                || resolved.owner().isWord();
        return isDirect ? resolved : builder.world.soleTarget(resolved);
    }

    private static MethodInfo substituted(MethodInfo method) {
        return method.substitute() != null ? method.substitute() : method;
    }

    private static Invocation dispatched(MethodInfo resolved) {
        return new Invocation(resolved.owner().isInterface() ? Invocation.Kind.INTERFACE : Invocation.Kind.VIRTUAL, resolved);
    }

    private MethodInfo compiled(MethodInfo method) {
        if (method.isNative() && !CallKind.isExternal(method)) {
            throw builder.unsupported("native method " + method.displayName() + " has no substitution. Avoid it, or add one to the runtime");
        }
        if (method.isAbstract()) {
            throw builder.unsupported("abstract method " + method.displayName() + " is called directly");
        }
        return method;
    }

    private Instruction call(Invocation invocation, Instruction[] arguments) {
        Type type = invocation.method().returnIrType();
        return builder.emitThrowing(Opcode.CALL, type, invocation, arguments);
    }

    /** Pushes the result as the bytecode sees it. */
    private void push(MethodInfo resolved, Instruction result) {
        Type type = resolved.returnIrType();
        if (type != Type.VOID) {
            builder.frame.push(result, type == Type.DOUBLE || type == Type.LONG && resolved.returnType().isPrimitive());
        }
    }

    private Instruction hiddenField(MethodInfo method, Instruction[] arguments) {
        var annotation = method.annotation(HiddenField.class);
        String owner = ((String) Annotations.element(annotation, "owner")).replace('.', '/');
        FieldInfo field = builder.world.classNamed(owner).declaredField((String) Annotations.element(annotation, "name"));
        if (field == null) {
            throw builder.unsupported("@HiddenField of " + method.displayName() + " names a field that " + owner + " does not have");
        }
        MemoryKind kind = field.type().memoryKind();
        builder.nullCheck(arguments[0]);
        if (arguments.length == 1) {
            return builder.emit(Opcode.GET_FIELD, kind.type(), field, arguments[0]);
        }
        return builder.emit(Opcode.PUT_FIELD, Type.VOID, field, arguments[0], arguments[1]);
    }
}
