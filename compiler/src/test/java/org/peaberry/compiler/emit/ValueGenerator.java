/** Random values of the straight-line kind, and the pool of those that may be used. */
package org.peaberry.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

final class ValueGenerator {
    /** Mapped in the native program and in simulated memory. */
    static final int MEMORY = 0x5000_0000;
    static final int MEMORY_SIZE = 0x1000;

    private static final long[] AWKWARD = {0, 1, -1, 2, 3, 5, 7, 8, 31, 63, 64, 127, 128, -128, 255, 1000, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE,
        0x80000000L, 0xffffffffL, 0x100000000L, Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdefL};
    private static final Opcode[] BINARY = {Opcode.ADD, Opcode.ADD, Opcode.SUB, Opcode.MUL, Opcode.AND, Opcode.OR, Opcode.XOR};
    private static final Opcode[] SHIFTS = {Opcode.SHL, Opcode.SHR, Opcode.USHR};
    private static final Integer[] SHIFT_MASKS = {15, 31, 63, 127};
    private static final Opcode[] OF_INT = {Opcode.INT_TO_LONG, Opcode.INT_TO_LONG_UNSIGNED, Opcode.INT_TO_BYTE, Opcode.INT_TO_CHAR,
        Opcode.INT_TO_SHORT};
    private static final Operation[] COUNTS_OF_INT = {Operation.COUNT_TRAILING_ZEROS_INT, Operation.COUNT_LEADING_ZEROS_INT};
    private static final Operation[] COUNTS_OF_LONG = {Operation.COUNT_TRAILING_ZEROS_LONG, Operation.COUNT_LEADING_ZEROS_LONG};
    private static final MemoryKind[] KINDS = {MemoryKind.BOOLEAN, MemoryKind.BYTE, MemoryKind.SHORT, MemoryKind.CHAR, MemoryKind.INT, MemoryKind.LONG};

    /** Values that dominate the place where code is being made. */
    record Pool(List<Instruction> longs, List<Instruction> ints) {
    }

    private final Graph graph;
    private final Random random;
    private Pool pool = new Pool(new ArrayList<>(), new ArrayList<>());

    ValueGenerator(Graph graph, Random random) {
        this.graph = graph;
        this.random = random;
    }

    Pool pool() {
        return new Pool(new ArrayList<>(pool.longs), new ArrayList<>(pool.ints));
    }

    void restore(Pool before) {
        pool = new Pool(new ArrayList<>(before.longs), new ArrayList<>(before.ints));
    }

    /** Places a value and offers it to later ones. */
    Instruction add(Block block, Instruction value) {
        (value.type() == Type.LONG ? pool.longs : pool.ints).add(value);
        return block.append(value);
    }

    Instruction constant(Block block, int value) {
        return block.append(graph.create(Opcode.CONST, Type.INT, value));
    }

    private Instruction constant(Block block, long value) {
        return block.append(graph.create(Opcode.CONST, Type.LONG, value));
    }

    Instruction longValue(Block block) {
        return value(block, pool.longs, Type.LONG);
    }

    Instruction intValue(Block block) {
        return value(block, pool.ints, Type.INT);
    }

    private Instruction value(Block block, List<Instruction> from, Type type) {
        if (from.isEmpty() || random.nextInt(5) == 0) {
            long value = AWKWARD[random.nextInt(AWKWARD.length)];
            return type == Type.LONG ? constant(block, value) : constant(block, (int) value);
        }
        int recent = random.nextBoolean() ? Math.max(0, from.size() - 4) : 0;
        return from.get(recent + random.nextInt(from.size() - recent));
    }

    Instruction rotate(Block block, Instruction value) {
        Instruction count = constant(block, 7);
        return block.append(graph.create(Opcode.PURE_INTRINSIC, Type.LONG, Operation.ROTATE_LEFT_LONG, value, count));
    }

    void addRandom(Block block) {
        boolean wide = random.nextBoolean();
        Type type = wide ? Type.LONG : Type.INT;
        Instruction left = wide ? longValue(block) : intValue(block);
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> add(block, graph.create(pick(BINARY), type, null, left, wide ? longValue(block) : intValue(block)));
            case 4 -> shift(block, type, left);
            case 5 -> add(block, graph.create(Opcode.NEG, type, null, left));
            case 6 -> divide(block, type, left, wide ? longValue(block) : intValue(block));
            case 7 -> convert(block, left);
            case 8 -> add(block, graph.create(Opcode.COMPARE, Type.INT, pick(Condition.values()), left, wide ? longValue(block) : intValue(block)));
            case 9 -> add(block, graph.create(Opcode.COMPARE_THREE_WAY, Type.INT, null, longValue(block), longValue(block)));
            case 10 -> add(block, graph.create(Opcode.PURE_INTRINSIC, Type.INT, pick(wide ? COUNTS_OF_LONG : COUNTS_OF_INT), left));
            default -> multiplyHigh(block);
        }
    }

    /** By a constant, a value, or bits of one. */
    private void shift(Block block, Type type, Instruction value) {
        Instruction count = intValue(block);
        if (random.nextInt(4) == 0) {
            Instruction mask = constant(block, pick(SHIFT_MASKS));
            count = block.append(graph.create(Opcode.AND, Type.INT, null, count, mask));
        }
        if (random.nextInt(4) == 0) {
            Operation rotation = type == Type.LONG ? Operation.ROTATE_LEFT_LONG : Operation.ROTATE_LEFT_INT;
            add(block, graph.create(Opcode.PURE_INTRINSIC, type, rotation, value, count));
        } else {
            add(block, graph.create(pick(SHIFTS), type, null, value, count));
        }
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    /** A constant, or an even divisor made odd. */
    private void divide(Block block, Type type, Instruction dividend, Instruction divisor) {
        if (random.nextInt(3) == 0) {
            long value = AWKWARD[1 + random.nextInt(AWKWARD.length - 1)];
            Instruction constant = type == Type.LONG ? constant(block, value) : constant(block, (int) value | 1);
            add(block, graph.create(random.nextBoolean() ? Opcode.DIV : Opcode.REM, type, null, dividend, constant));
            return;
        }
        Instruction one = type == Type.LONG ? constant(block, 1L) : constant(block, 1);
        Instruction odd = block.append(graph.create(Opcode.OR, type, null, divisor, one));
        if (type == Type.LONG && random.nextInt(3) == 0) {
            Operation operation = random.nextBoolean() ? Operation.DIVIDE_UNSIGNED_LONG : Operation.REMAINDER_UNSIGNED_LONG;
            add(block, graph.create(Opcode.PURE_INTRINSIC, type, operation, dividend, odd));
        } else {
            add(block, graph.create(random.nextBoolean() ? Opcode.DIV : Opcode.REM, type, null, dividend, odd));
        }
    }

    private void convert(Block block, Instruction value) {
        if (value.type() == Type.LONG) {
            add(block, graph.create(Opcode.LONG_TO_INT, Type.INT, null, value));
        } else {
            Opcode opcode = pick(OF_INT);
            boolean toLong = opcode == Opcode.INT_TO_LONG || opcode == Opcode.INT_TO_LONG_UNSIGNED;
            add(block, graph.create(opcode, toLong ? Type.LONG : Type.INT, null, value));
        }
    }

    private void multiplyHigh(Block block) {
        Instruction left = longValue(block);
        Instruction right = longValue(block);
        add(block, graph.create(Opcode.PURE_INTRINSIC, Type.LONG, Operation.MULTIPLY_HIGH, left, right));
    }

    /** A store, a load or an update, at an address with a constant, an index, a scale. */
    void addMemoryAccess(Block block) {
        MemoryKind kind = pick(KINDS);
        Instruction mask = constant(block, 0x3fL);
        Instruction index = block.append(graph.create(Opcode.AND, Type.LONG, null, longValue(block), mask));
        Instruction scale = constant(block, random.nextInt(4));
        Instruction scaled = block.append(graph.create(Opcode.SHL, Type.LONG, null, index, scale));
        Instruction base = constant(block, (long) MEMORY + random.nextInt(64));
        Instruction sum = block.append(graph.create(Opcode.ADD, Type.LONG, null, base, scaled));
        Instruction offset = constant(block, (long) random.nextInt(200));
        Instruction address = block.append(graph.create(Opcode.ADD, Type.LONG, null, sum, offset));
        switch (random.nextInt(3)) {
            case 0 -> store(block, kind, address, kind == MemoryKind.LONG ? longValue(block) : intValue(block));
            case 1 -> update(block, kind, address);
            default -> load(block, kind, address);
        }
    }

    private void store(Block block, MemoryKind kind, Instruction address, Instruction value) {
        Instruction stored = value;
        if (kind == MemoryKind.BOOLEAN) {
            Instruction one = constant(block, 1);
            stored = block.append(graph.create(Opcode.AND, Type.INT, null, value, one));
        }
        block.append(graph.create(Opcode.STORE, Type.VOID, kind, address, stored));
    }

    private void load(Block block, MemoryKind kind, Instruction address) {
        if (kind != MemoryKind.BOOLEAN) {
            add(block, graph.create(Opcode.LOAD, kind.type(), kind, address));
        }
    }

    /** Stores what is computed from the value of the same place, narrowed as source code would. */
    private void update(Block block, MemoryKind kind, Instruction address) {
        Instruction other = kind == MemoryKind.LONG ? longValue(block) : intValue(block);
        Instruction old = block.append(graph.create(Opcode.LOAD, kind.type(), kind, address));
        boolean isFirst = random.nextBoolean();
        Instruction value = block.append(graph.create(pick(BINARY), kind.type(), null, isFirst ? old : other, isFirst ? other : old));
        Instruction narrowed = switch (kind) {
            case BYTE -> block.append(graph.create(Opcode.INT_TO_BYTE, Type.INT, null, value));
            case SHORT -> block.append(graph.create(Opcode.INT_TO_SHORT, Type.INT, null, value));
            case CHAR -> block.append(graph.create(Opcode.INT_TO_CHAR, Type.INT, null, value));
            default -> value;
        };
        store(block, kind, address, narrowed);
    }
}
