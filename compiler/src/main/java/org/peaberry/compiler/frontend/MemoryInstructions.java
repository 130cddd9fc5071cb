/** Fields, arrays, allocation and type tests. */
package org.peaberry.compiler.frontend;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.RuntimeMethod;

final class MemoryInstructions {
    /** Array type descriptors by newarray's operand. JVMS §6.5, newarray. */
    private static final String[] PRIMITIVE_ARRAYS = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};

    private final Builder builder;

    MemoryInstructions(Builder builder) {
        this.builder = builder;
    }

    boolean translate(AbstractInsnNode instruction) {
        if (instruction instanceof FieldInsnNode access) {
            translateField(access);
        } else if (instruction instanceof TypeInsnNode use) {
            translateType(use);
        } else if (instruction instanceof MultiANewArrayInsnNode multi) {
            allocateMultiArray(multi);
        } else if (instruction.getOpcode() == Opcodes.NEWARRAY) {
            allocateArray(builder.world.classNamed(PRIMITIVE_ARRAYS[((IntInsnNode) instruction).operand - Opcodes.T_BOOLEAN]));
        } else if (instruction.getOpcode() == Opcodes.ARRAYLENGTH) {
            Instruction array = builder.frame.popValue();
            builder.nullCheck(array);
            builder.frame.push(builder.emit(Opcode.ARRAY_LENGTH, Type.INT, null, array), false);
        } else {
            return translateElement(instruction.getOpcode());
        }
        return true;
    }

    // ---- Fields.

    private void translateField(FieldInsnNode access) {
        FieldInfo field = builder.world.resolveField(access.owner, access.name, access.desc);
        MemoryKind kind = field.type().memoryKind();
        if (kind.type().isFloatingPoint()) {
            builder.requireFloatingPoint();
        }
        boolean wide = kind == MemoryKind.DOUBLE || kind == MemoryKind.LONG && field.type().isPrimitive();
        switch (access.getOpcode()) {
            case Opcodes.GETSTATIC -> builder.frame.push(readStatic(field), wide);
            case Opcodes.PUTSTATIC -> builder.emit(Opcode.PUT_STATIC, Type.VOID, field, typed(builder.frame.popValue(), kind));
            case Opcodes.GETFIELD -> builder.frame.push(readField(field, builder.frame.popValue()), wide);
            default -> {
                Instruction value = typed(builder.frame.popValue(), kind);
                Instruction object = builder.frame.popValue();
                builder.nullCheck(object);
                builder.emit(Opcode.PUT_FIELD, Type.VOID, field, object, value);
            }
        }
    }

    private Instruction readField(FieldInfo field, Instruction object) {
        if (field.owner().isUnboxed()) {
            return object;
        }
        builder.nullCheck(object);
        return builder.emit(Opcode.GET_FIELD, field.type().memoryKind().type(), field, object);
    }

    private Instruction readStatic(FieldInfo field) {
        Type type = field.type().memoryKind().type();
        if (!builder.world.hasConstantValue(field)) {
            return builder.emit(Opcode.GET_STATIC, type, field);
        }
        Object value = builder.world.constantValue(field);
        return switch (type) {
            case INT -> builder.constant(intOf(value));
            case LONG -> builder.constant(((Number) value).longValue());
            case FLOAT -> builder.constant((float) value);
            case DOUBLE -> builder.constant((double) value);
            default -> value == null ? builder.emit(Opcode.NULL, type, null) : builder.emit(Opcode.OBJECT, type, value);
        };
    }

    private static int intOf(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value instanceof Character character ? character : ((Number) value).intValue();
    }

    /** The value, which must be what the place holds: a word or a reference. */
    private Instruction typed(Instruction value, MemoryKind kind) {
        if (value.type() != kind.type()) {
            throw builder.unsupported(value.type() == Type.LONG ? "a machine word is stored as an object. Store toLong() instead"
                    : "null is stored as a machine word. Words are never null: use zero()");
        }
        return value;
    }

    // ---- Arrays.

    private boolean translateElement(int opcode) {
        switch (opcode) {
            case Opcodes.IALOAD -> load(MemoryKind.INT);
            case Opcodes.LALOAD -> load(MemoryKind.LONG);
            case Opcodes.FALOAD -> load(MemoryKind.FLOAT);
            case Opcodes.DALOAD -> load(MemoryKind.DOUBLE);
            case Opcodes.AALOAD -> load(MemoryKind.REFERENCE);
            case Opcodes.BALOAD -> load(MemoryKind.BYTE);
            case Opcodes.CALOAD -> load(MemoryKind.CHAR);
            case Opcodes.SALOAD -> load(MemoryKind.SHORT);
            case Opcodes.IASTORE -> store(MemoryKind.INT);
            case Opcodes.LASTORE -> store(MemoryKind.LONG);
            case Opcodes.FASTORE -> store(MemoryKind.FLOAT);
            case Opcodes.DASTORE -> store(MemoryKind.DOUBLE);
            case Opcodes.AASTORE -> store(MemoryKind.REFERENCE);
            case Opcodes.BASTORE -> store(MemoryKind.BYTE);
            case Opcodes.CASTORE -> store(MemoryKind.CHAR);
            case Opcodes.SASTORE -> store(MemoryKind.SHORT);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void load(MemoryKind kind) {
        Instruction index = builder.frame.popValue();
        Instruction array = builder.frame.popValue();
        checkElement(array, index);
        builder.frame.push(builder.emit(Opcode.ARRAY_LOAD, kind.type(), kind, array, index), kind == MemoryKind.LONG || kind == MemoryKind.DOUBLE);
    }

    private void store(MemoryKind kind) {
        Instruction value = typed(builder.frame.popValue(), kind);
        Instruction index = builder.frame.popValue();
        Instruction array = builder.frame.popValue();
        checkElement(array, index);
        if (kind == MemoryKind.REFERENCE && value.opcode() != Opcode.NULL) {
            builder.emitThrowing(Opcode.STORE_CHECK, Type.VOID, null, array, value);
        }
        builder.emit(Opcode.ARRAY_STORE, Type.VOID, kind, array, index, value);
    }

    private void checkElement(Instruction array, Instruction index) {
        builder.nullCheck(array);
        Instruction length = builder.emit(Opcode.ARRAY_LENGTH, Type.INT, null, array);
        builder.emitThrowing(Opcode.BOUNDS_CHECK, Type.VOID, null, index, length);
    }

    private void allocateArray(ClassInfo type) {
        rejectWords(type);
        Instruction length = builder.frame.popValue();
        builder.frame.push(builder.emitThrowing(Opcode.NEW_ARRAY, Type.REFERENCE, type, length), false);
    }

    private void rejectWords(ClassInfo type) {
        ClassInfo element = type;
        while (element.isArray()) {
            element = element.component();
        }
        if (element.isWord()) {
            throw builder.unsupported("an array of machine words. Use long[] and convert");
        }
    }

    private void allocateMultiArray(MultiANewArrayInsnNode multi) {
        rejectWords(builder.world.classNamed(multi.desc));
        Instruction[] lengths = new Instruction[multi.dims];
        for (int i = multi.dims - 1; i >= 0; i--) {
            lengths[i] = builder.frame.popValue();
        }
        Instruction array = builder.emitThrowing(Opcode.NEW_ARRAY, Type.REFERENCE, builder.world.classNamed("[I"), builder.constant(multi.dims));
        for (int i = 0; i < lengths.length; i++) {
            builder.emit(Opcode.ARRAY_STORE, Type.VOID, MemoryKind.INT, array, builder.constant(i), lengths[i]);
        }
        Instruction type = builder.emit(Opcode.TYPE_INFORMATION, Type.REFERENCE, builder.world.classNamed(multi.desc));
        Invocation call = new Invocation(Invocation.Kind.DIRECT, builder.world.runtimeMethod(RuntimeMethod.ALLOCATE_MULTI_ARRAY));
        builder.frame.push(builder.emitThrowing(Opcode.CALL, Type.REFERENCE, call, type, array), false);
    }

    // ---- Types.

    private void translateType(TypeInsnNode use) {
        ClassInfo type = builder.world.classNamed(use.desc);
        switch (use.getOpcode()) {
            case Opcodes.NEW -> allocate(type);
            case Opcodes.ANEWARRAY -> allocateArray(builder.world.classNamed("[" + type.descriptor()));
            case Opcodes.CHECKCAST -> checkCast(type);
            default -> {
                Instruction value = builder.frame.popValue();
                if (type.isWord() || value.type() != Type.REFERENCE) {
                    throw builder.unsupported("instanceof with a machine word: words have no class at run time");
                }
                builder.frame.push(builder.emit(Opcode.INSTANCE_OF, Type.INT, type, value), false);
            }
        }
    }

    private void allocate(ClassInfo type) {
        if (type.isUnboxed()) {
            // Its constructor's argument takes the place of this marker (CallInstructions).
            builder.frame.push(builder.graph.create(Opcode.CONST, Type.LONG, 0L), false);
            return;
        }
        builder.frame.push(builder.emitThrowing(Opcode.NEW, Type.REFERENCE, type), false);
    }

    private void checkCast(ClassInfo type) {
        Instruction value = builder.frame.peek().value();
        if (type.isWord() != (value.type() == Type.LONG)) {
            throw builder.unsupported("cast between a machine word and an object: " + type.binaryName());
        }
        if (!type.isWord() && value.opcode() != Opcode.NULL && !type.name().equals("java/lang/Object")) {
            Instruction reference = builder.frame.popValue();
            builder.frame.push(builder.emitThrowing(Opcode.CHECK_CAST, Type.REFERENCE, type, reference), false);
        }
    }
}
