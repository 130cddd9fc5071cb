/** Random graphs: arithmetic on INT and LONG, memory, calls, branches, loops, switches, handlers. */
package org.peaberry.compiler.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.MethodInfo;

/** Every path ends after a bounded number of steps; the result depends on many of the values made. */
final class GraphGenerator {
    private static final int DEEPEST = 3;
    private static final int RESULT_VALUES = 10;

    private final Random random;
    private final MethodInfo mix;
    private final MethodInfo onlyEven;
    private final Graph graph;
    private final ValueGenerator values;
    private Block block;

    GraphGenerator(long seed, MethodInfo mix, MethodInfo onlyEven) {
        random = new Random(seed);
        this.mix = mix;
        this.onlyEven = onlyEven;
        List<Type> parameters = new ArrayList<>();
        for (int i = random.nextInt(10); i > 0; i--) {
            parameters.add(random.nextBoolean() ? Type.INT : Type.LONG);
        }
        graph = new Graph("generated " + seed, null, parameters, Type.LONG);
        values = new ValueGenerator(graph, random);
    }

    Graph generate() {
        block = graph.newBlock();
        for (int i = 0; i < graph.parameterTypes().size(); i++) {
            values.add(block, graph.create(Opcode.PARAMETER, graph.parameterTypes().get(i), i));
        }
        generate(0);
        Instruction result = values.longValue(block);
        for (int i = 0; i < RESULT_VALUES; i++) {
            result = block.append(graph.create(Opcode.ADD, Type.LONG, null, values.rotate(block, result), values.longValue(block)));
        }
        end(Opcode.RETURN, null, result);
        return graph;
    }

    private void generate(int depth) {
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            for (int j = random.nextInt(6); j > 0; j--) {
                values.addRandom(block);
            }
            switch (random.nextInt(depth < DEEPEST ? 8 : 3)) {
                case 0 -> callMix();
                case 1, 2 -> values.addMemoryAccess(block);
                case 3, 4 -> branch(depth);
                case 5 -> loop(depth);
                case 6 -> select(depth);
                default -> tryCalls();
            }
        }
    }

    private void end(Opcode opcode, Object attribute, Instruction... operands) {
        block.append(graph.create(opcode, Type.VOID, attribute, operands));
    }

    private void goTo(Block target) {
        end(Opcode.GOTO, null);
        block.addSuccessor(target);
    }

    private void callMix() {
        Instruction[] arguments = new Instruction[mix.argumentTypes().size()];
        Arrays.setAll(arguments, i -> values.longValue(block));
        values.add(block, graph.create(Opcode.CALL, Type.LONG, new Invocation(Invocation.Kind.DIRECT, mix), arguments));
    }

    private void branch(int depth) {
        boolean wide = random.nextBoolean();
        Condition condition = Condition.values()[random.nextInt(Condition.values().length)];
        end(Opcode.BRANCH, condition, wide ? values.longValue(block) : values.intValue(block), wide ? values.longValue(block) : values.intValue(block));
        fork(2, depth);
    }

    private void select(int depth) {
        int[] keys = random.ints(random.nextInt(9), -6, random.nextBoolean() ? 7 : 100).distinct().sorted().toArray();
        Instruction selector = values.intValue(block);
        if (random.nextBoolean()) {
            Instruction mask = values.constant(block, 7);
            selector = block.append(graph.create(Opcode.AND, Type.INT, null, selector, mask));
        }
        end(Opcode.SWITCH, keys, selector);
        fork(keys.length + 1, depth + 1);
    }

    /** Goes on in several blocks, some of which are empty, that meet again. */
    private void fork(int ways, int depth) {
        Block from = block;
        Block join = graph.newBlock();
        List<Instruction> longs = new ArrayList<>();
        List<Instruction> ints = new ArrayList<>();
        for (int i = 0; i < ways; i++) {
            ValueGenerator.Pool before = values.pool();
            block = graph.newBlock();
            from.addSuccessor(block);
            if (random.nextInt(4) != 0) {
                generate(depth + 1);
            }
            longs.add(values.longValue(block));
            ints.add(values.intValue(block));
            goTo(join);
            values.restore(before);
        }
        block = join;
        values.add(block, graph.create(Opcode.PHI, Type.LONG, null, longs.toArray(Instruction[]::new)));
        values.add(block, graph.create(Opcode.PHI, Type.INT, null, ints.toArray(Instruction[]::new)));
    }

    private void loop(int depth) {
        Instruction zero = values.constant(block, 0);
        Instruction bound = values.constant(block, 1 + random.nextInt(4));
        Instruction one = values.constant(block, 1);
        Instruction counter = graph.create(Opcode.PHI, Type.INT, null, zero);
        List<Instruction> phis = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            boolean wide = random.nextBoolean();
            phis.add(graph.create(Opcode.PHI, wide ? Type.LONG : Type.INT, null, wide ? values.longValue(block) : values.intValue(block)));
        }
        Block header = graph.newBlock();
        goTo(header);
        block = header;
        values.add(block, counter);
        phis.forEach(phi -> values.add(header, phi));
        ValueGenerator.Pool before = values.pool();
        end(Opcode.BRANCH, Condition.LESS, counter, bound);
        block = graph.newBlock();
        header.addSuccessor(block);
        generate(depth + 1);
        UnaryOperator<Instruction> next = phi -> random.nextInt(3) == 0 ? phis.get(random.nextInt(phis.size())) : phi;
        for (Instruction phi : phis) {
            Instruction other = next.apply(phi);
            Instruction fresh = phi.type() == Type.LONG ? values.longValue(block) : values.intValue(block);
            phi.addOperand(other.type() == phi.type() && random.nextBoolean() ? other : fresh);
        }
        counter.addOperand(block.append(graph.create(Opcode.ADD, Type.INT, null, counter, one)));
        goTo(header);
        values.restore(before);
        block = graph.newBlock();
        header.addSuccessor(block);
    }

    /** Calls that may throw to one handler, which sees values as they were at each of them. */
    private void tryCalls() {
        Block handler = graph.newBlock();
        Instruction early = graph.create(Opcode.PHI, Type.LONG, null);
        Instruction late = graph.create(Opcode.PHI, Type.INT, null);
        ValueGenerator.Pool before = values.pool();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Block protectedBlock = graph.newBlock();
            goTo(protectedBlock);
            block = protectedBlock;
            values.addRandom(block);
            early.addOperand(values.longValue(block));
            late.addOperand(values.intValue(block));
            Instruction argument = values.longValue(block);
            protectedBlock.setHandler(handler);
            values.add(block, graph.create(Opcode.CALL, Type.LONG, new Invocation(Invocation.Kind.DIRECT, onlyEven), argument));
            Block after = graph.newBlock();
            goTo(after);
            block = after;
            values.addRandom(block);
        }
        Block join = graph.newBlock();
        Instruction normal = values.longValue(block);
        goTo(join);
        values.restore(before);
        block = handler;
        values.add(block, early);
        values.add(block, late);
        block.append(graph.create(Opcode.EXCEPTION, Type.REFERENCE, null));
        values.addRandom(block);
        Instruction caught = values.longValue(block);
        goTo(join);
        values.restore(before);
        block = join;
        values.add(block, graph.create(Opcode.PHI, Type.LONG, null, normal, caught));
    }
}
