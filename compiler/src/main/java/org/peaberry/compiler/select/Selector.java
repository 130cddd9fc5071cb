/** Turns an SSA graph into machine instructions over virtual registers. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.ImageLayout;
import org.peaberry.compiler.world.World;

/**
 * Blocks are taken from the last to the first and each from its end to its start, so that an instruction without effect is only
 * selected when something selected before wants its value: what was folded into its users costs nothing. Critical edges are split.
 */
public final class Selector {
    /** A loop is taken to run eight times. */
    private static final int LOOP_SHIFT = 3;
    private static final int DEEPEST_LOOP = 5;
    /** Code that is not cold is taken to run so many times as often. */
    private static final int HOT_SHIFT = 4;

    private final Graph graph;
    private final MachineCode code;
    private final Selection selection;
    private final ArithmeticSelector arithmetic;
    private final FloatingPointSelector floatingPoint;
    private final MemorySelector memory;
    private final CheckSelector checks;
    private final TypeTestSelector typeTests;
    private final CallSelector calls;
    private final IntrinsicSelector intrinsics;
    private final ControlSelector control;
    private final Map<Block, MachineBlock> blocks = new HashMap<>();
    private final Map<Instruction, Location.InSlot> handlerSlots = new HashMap<>();

    private Selector(Graph graph, World world, ImageLayout layout, ImplicitNullChecks implicit) {
        this.graph = graph;
        code = new MachineCode(graph.method());
        selection = new Selection(world, layout, graph, code, implicit);
        arithmetic = new ArithmeticSelector(selection);
        floatingPoint = new FloatingPointSelector(selection);
        memory = new MemorySelector(selection);
        checks = new CheckSelector(selection);
        typeTests = new TypeTestSelector(selection);
        calls = new CallSelector(selection);
        intrinsics = new IntrinsicSelector(selection);
        control = new ControlSelector(selection);
    }

    /**
     * Splits critical edges of the graph, and moves accesses to the null checks that they make.
     *
     * @param nullFaults whether accesses through null fault, so that they may be null checks
     */
    public static MachineCode select(Graph graph, World world, ImageLayout layout, boolean nullFaults) {
        CriticalEdges.split(graph);
        return new Selector(graph, world, layout, nullFaults ? ImplicitNullChecks.of(graph, layout) : ImplicitNullChecks.NONE).run();
    }

    private MachineCode run() {
        Loops loops = new Loops(graph, new DominatorTree(graph));
        List<Block> order = BlockOrder.of(graph, loops);
        for (Block block : order) {
            blocks.put(block, code.newBlock());
        }
        Set<Block> cold = BlockOrder.coldBlocks(graph.reversePostorder());
        for (Block block : order) {
            connect(block, cold.contains(block) ? 1 : 1 << HOT_SHIFT + LOOP_SHIFT * Math.min(loops.depth(block), DEEPEST_LOOP));
        }
        List<Block> backwards = new ArrayList<>(graph.reversePostorder());
        Collections.reverse(backwards);
        demandPhiOperands(order);
        for (Block block : backwards) {
            selectBlock(block);
        }
        return code;
    }

    private void connect(Block block, int frequency) {
        MachineBlock machine = blocks.get(block);
        machine.setFrequency(frequency);
        for (Block successor : block.successors()) {
            machine.connect(blocks.get(successor));
        }
        if (block.handler() != null) {
            machine.setHandler(blocks.get(block.handler()));
            for (Instruction phi : block.handler().phis()) {
                handlerSlots.computeIfAbsent(phi, p -> code.newSlot());
            }
        }
    }

    /** A loop's phi is fed by code that is selected after it. */
    private void demandPhiOperands(List<Block> order) {
        for (Block block : order) {
            for (Instruction phi : block.phis()) {
                selection.demand(phi);
                phi.operands().stream().filter(o -> !Rematerialization.isPossible(o)).forEach(selection::demand);
            }
        }
    }

    private void selectBlock(Block block) {
        List<List<MachineInstruction>> groups = new ArrayList<>();
        List<Instruction> instructions = block.instructions();
        for (int i = instructions.size() - 1; i >= 0; i--) {
            Instruction instruction = instructions.get(i);
            if (instruction.opcode() == Opcode.PHI || instruction.opcode() == Opcode.PARAMETER) {
                continue;
            }
            selection.beginGroup(instruction.position());
            if (endsWithThrow(block, instruction)) {
                feedHandler(block);
            }
            if (instruction.opcode().isTerminator() && instruction.opcode() != Opcode.THROW) {
                selectEnd(block, instruction);
            } else if (isWanted(instruction)) {
                select(instruction);
            }
            groups.add(selection.group());
        }
        groups.add(start(block));
        MachineBlock machine = blocks.get(block);
        for (int i = groups.size() - 1; i >= 0; i--) {
            machine.instructions().addAll(groups.get(i));
        }
    }

    private boolean isWanted(Instruction instruction) {
        return !selection.folding.isFolded(instruction) && (!instruction.opcode().isRemovable() || selection.isDemanded(instruction));
    }

    /** Whether this is the instruction that may go to the block's handler. */
    private static boolean endsWithThrow(Block block, Instruction instruction) {
        return block.handler() != null && instruction.opcode().mayThrow();
    }

    private void feedHandler(Block block) {
        int edge = block.handler().predecessors().indexOf(block);
        for (Instruction phi : block.handler().phis()) {
            control.feedHandlerPhi(handlerSlots.get(phi), phi.operand(edge));
        }
    }

    private void selectEnd(Block block, Instruction terminator) {
        if (block.successors().size() == 1 && !block.successors().get(0).phis().isEmpty()) {
            Block successor = block.successors().get(0);
            int edge = successor.predecessors().indexOf(block);
            List<Instruction> phis = successor.phis();
            control.feedPhis(phis, phis.stream().map(p -> p.operand(edge)).toList());
        }
        control.select(terminator, block.successors().stream().map(blocks::get).toList());
    }

    /** What comes first: a place for moves, parameters, and what a handler finds. */
    private List<MachineInstruction> start(Block block) {
        selection.beginGroup(null);
        selection.add(new MachineInstruction("start", MachineInstruction.Kind.NOTHING, c -> { }));
        if (block == graph.entry()) {
            List<Instruction> parameters = block.instructions().stream()
                    .filter(i -> i.opcode() == Opcode.PARAMETER && selection.isDemanded(i)).toList();
            if (!parameters.isEmpty()) {
                calls.parameters(graph.parameterTypes(), parameters);
            }
        }
        return selection.group();
    }

    private void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case CONST, NULL, OBJECT, SYMBOL, TYPE_INFORMATION, INT_TO_LONG_UNSIGNED -> {
                // Made at each use, or in the register of what it extends.
            }
            case ADD, SUB, MUL, AND, OR, XOR, SHL, SHR, USHR, NEG, DIV, REM, INT_TO_LONG, LONG_TO_INT, INT_TO_BYTE, INT_TO_CHAR,
                    INT_TO_SHORT, COMPARE, COMPARE_THREE_WAY -> arithmetic.select(instruction);
            case FADD, FSUB, FMUL, FDIV, FNEG, FCOMPARE, FCONVERT -> floatingPoint.select(instruction);
            case NULL_CHECK, BOUNDS_CHECK, ZERO_CHECK, STORE_CHECK -> checks.select(instruction);
            case CHECK_CAST, INSTANCE_OF -> typeTests.select(instruction);
            case GET_FIELD, PUT_FIELD, GET_STATIC, PUT_STATIC, ARRAY_LENGTH, ARRAY_LOAD, ARRAY_STORE, LOAD, STORE -> memory.select(instruction);
            case CALL, NEW, NEW_ARRAY, THROW -> calls.select(instruction);
            case EXCEPTION -> selectException(instruction);
            case INTRINSIC, PURE_INTRINSIC -> intrinsics.select(instruction);
            default -> throw new IllegalStateException("no machine instructions for " + instruction);
        }
    }

    /** The exception is in RAX before anything else happens; then the handler's phis are taken from their slots. */
    private void selectException(Instruction exception) {
        calls.select(exception);
        for (Instruction phi : exception.block().phis()) {
            if (handlerSlots.containsKey(phi)) {
                control.takeHandlerPhi(handlerSlots.get(phi), phi);
            }
        }
    }
}
