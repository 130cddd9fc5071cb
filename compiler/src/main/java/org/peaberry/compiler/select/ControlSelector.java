/** Machine instructions that end blocks, and the moves that feed phis. */
package org.peaberry.compiler.select;

import java.util.List;
import java.util.stream.IntStream;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

final class ControlSelector {
    private static final Register SCRATCH = EmissionContext.SCRATCH;
    /** A switch with at least this many keys and not more than twice as many values becomes a table. */
    private static final int SMALLEST_TABLE = 4;
    private static final int SPARSEST_TABLE = 2;

    private final Selection selection;

    ControlSelector(Selection selection) {
        this.selection = selection;
    }

    /** @param targets the machine blocks of the successors, in order */
    void select(Instruction terminator, List<MachineBlock> targets) {
        switch (terminator.opcode()) {
            case GOTO -> goTo(targets.get(0));
            case BRANCH -> branch(terminator, targets.get(0), targets.get(1));
            case SWITCH -> select(terminator, terminator.attribute(int[].class), targets);
            case RETURN -> returnFrom(terminator);
            case UNREACHABLE -> selection.add("unreachable", c -> c.assembler().zo(Form.UD2));
            default -> throw new IllegalStateException(terminator + " ends no block");
        }
    }

    private void goTo(MachineBlock target) {
        selection.add(new MachineInstruction("goto", MachineInstruction.Kind.JUMP, c -> jump(c, target)));
    }

    static void jump(EmissionContext context, MachineBlock target) {
        if (!context.isNext(target)) {
            context.assembler().jump(target.label());
        }
    }

    private void branch(Instruction terminator, MachineBlock taken, MachineBlock otherwise) {
        Instruction left = terminator.operand(0);
        Condition condition = terminator.attribute(Condition.class);
        if (FloatingPointBranch.isPossible(terminator)) {
            FloatingPointBranch.select(selection, terminator, taken, otherwise);
        } else if (!isTruthTest(terminator, condition)) {
            branch(Comparison.of(selection, condition, terminator, left, terminator.operand(1)), taken, otherwise);
        } else if (left.opcode() == Opcode.INSTANCE_OF) {
            boolean wantsInstance = condition == Condition.NOT_EQUAL;
            new TypeTestSelector(selection).branch(left, wantsInstance ? taken : otherwise, wantsInstance ? otherwise : taken);
        } else {
            Condition inner = left.attribute(Condition.class);
            Condition whole = condition == Condition.NOT_EQUAL ? inner : inner.negated();
            branch(Comparison.of(selection, whole, left, left.operand(0), left.operand(1), terminator), taken, otherwise);
        }
    }

    /** Whether the branch asks for the outcome of a comparison or type test that nothing else asks for. */
    private static boolean isTruthTest(Instruction terminator, Condition condition) {
        Instruction left = terminator.operand(0);
        boolean isTruth = left.opcode() == Opcode.COMPARE || left.opcode() == Opcode.INSTANCE_OF;
        boolean isEquality = condition == Condition.EQUAL || condition == Condition.NOT_EQUAL;
        return isTruth && isEquality && Comparison.isZero(terminator.operand(1)) && Folding.isOnlyFor(left, terminator);
    }

    private void branch(Comparison comparison, MachineBlock taken, MachineBlock otherwise) {
        comparison.addTo(selection.add("branch", c -> {
            comparison.emit(c);
            boolean isInverted = c.isNext(taken) || !c.isNext(otherwise) && goesBack(otherwise);
            c.assembler().jump(isInverted ? comparison.condition().negated() : comparison.condition(), (isInverted ? otherwise : taken).label());
            jump(c, isInverted ? taken : otherwise);
        }));
    }

    /** The way back into a loop is the one that is taken most often. */
    private static boolean goesBack(MachineBlock target) {
        return target.label().isBound();
    }

    private void returnFrom(Instruction terminator) {
        if (terminator.operands().isEmpty()) {
            selection.add("return", ControlSelector::leave);
            return;
        }
        VirtualRegister value = selection.value(terminator.operand(0));
        Register result = CallSelector.result(terminator.operand(0).type());
        selection.add("return", c -> {
            c.move(c.use(0), new Location.InRegister(result));
            leave(c);
        }).use(value, Constraint.ANY, result);
    }

    private static void leave(EmissionContext context) {
        context.releaseFrame();
        context.assembler().zo(Form.RET);
    }

    private void select(Instruction terminator, int[] keys, List<MachineBlock> targets) {
        if (keys.length == 0) {
            goTo(targets.get(0));
            return;
        }
        VirtualRegister selector = selection.value(terminator.operand(0));
        long span = (long) keys[keys.length - 1] - keys[0] + 1;
        if (keys.length >= SMALLEST_TABLE && span <= (long) keys.length * SPARSEST_TABLE) {
            selection.add("table switch", c -> emitTable(c, keys, targets, (int) span)).use(selector, Constraint.REGISTER)
                    .define(selection.code.newRegister(), Constraint.REGISTER);
        } else {
            selection.add("switch", c -> {
                emitSearch(c, keys, targets, 0, keys.length);
            }).use(selector, Constraint.REGISTER);
        }
    }

    private static void emitTable(EmissionContext context, int[] keys, List<MachineBlock> targets, int span) {
        Assembler assembler = context.assembler();
        MachineBlock otherwise = targets.get(keys.length);
        Register base = context.definitionRegister(0);
        Label table = new Label();
        assembler.rm(Form.LEA, Width.DOUBLE, SCRATCH, MemoryOperand.of(context.useRegister(0), -keys[0]));
        Comparison.compare(assembler, Width.DOUBLE, SCRATCH, span);
        assembler.jump(ConditionCode.AE, otherwise.label());
        assembler.loadAddress(base, table);
        assembler.rm(Form.MOVSXD, Width.QUAD, SCRATCH, MemoryOperand.indexed(base, SCRATCH, 2, 0));
        assembler.rm(Form.ADD_RM, Width.QUAD, SCRATCH, base);
        assembler.m(Form.JMP_M, Width.DOUBLE, SCRATCH);
        assembler.align(Integer.BYTES);
        assembler.bind(table);
        int next = 0;
        for (int i = 0; i < span; i++) {
            boolean isKey = keys[next] == keys[0] + i;
            assembler.difference(isKey ? targets.get(next++).label() : otherwise.label(), table);
        }
    }

    /** Binary search over keys from (inclusive) to to (exclusive). */
    private static void emitSearch(EmissionContext context, int[] keys, List<MachineBlock> targets, int from, int to) {
        Register selector = context.useRegister(0);
        if (to - from < SMALLEST_TABLE) {
            for (int i = from; i < to; i++) {
                Comparison.compare(context.assembler(), Width.DOUBLE, selector, keys[i]);
                context.assembler().jump(ConditionCode.E, targets.get(i).label());
            }
            context.assembler().jump(targets.get(keys.length).label());
            return;
        }
        int middle = from + to >>> 1;
        Label upper = new Label();
        Comparison.compare(context.assembler(), Width.DOUBLE, selector, keys[middle]);
        context.assembler().jump(ConditionCode.GE, upper);
        emitSearch(context, keys, targets, from, middle);
        context.assembler().bind(upper);
        emitSearch(context, keys, targets, middle, to);
    }

    /** Gives the phis of a successor their values: first those that are moved, all at once, then constants. */
    void feedPhis(List<Instruction> phis, List<Instruction> operands) {
        List<Instruction> values = operands.stream().map(Extensions::origin).toList();
        List<Integer> moved = IntStream.range(0, values.size()).boxed().filter(i -> !Rematerialization.isPossible(values.get(i))).toList();
        List<Integer> made = IntStream.range(0, values.size()).boxed().filter(i -> Rematerialization.isPossible(values.get(i))).toList();
        if (!moved.isEmpty()) {
            movePhis(moved.stream().map(phis::get).toList(), moved.stream().map(values::get).toList());
        }
        if (!made.isEmpty()) {
            makePhis(made.stream().map(phis::get).toList(), made.stream().map(i -> Rematerialization.of(values.get(i), selection.layout)).toList());
        }
    }

    private void movePhis(List<Instruction> phis, List<Instruction> values) {
        int count = phis.size();
        MachineInstruction moves = selection.add(new MachineInstruction("phis", MachineInstruction.Kind.MOVE,
                c -> c.moveAll(IntStream.range(0, count).mapToObj(c::use).toList(), IntStream.range(0, count).mapToObj(c::definition).toList())));
        for (int i = 0; i < count; i++) {
            moves.use(selection.value(values.get(i)), Constraint.ANY).define(selection.defined(phis.get(i)), Constraint.ANY);
        }
        moves.pair();
    }

    private void makePhis(List<Instruction> phis, List<Rematerialization> constants) {
        MachineInstruction made = selection.add(new MachineInstruction("constant phis", c -> {
            for (int i = 0; i < constants.size(); i++) {
                constants.get(i).emit(c, c.definition(i));
            }
        }));
        phis.forEach(phi -> made.define(selection.defined(phi), Constraint.ANY));
    }

    /** Puts a value where a handler's phi will find it. */
    void feedHandlerPhi(Location.InSlot slot, Instruction value) {
        VirtualRegister source = selection.value(value);
        selection.add("handler phi", c -> c.move(c.use(0), slot)).use(source, Constraint.ANY);
    }

    /** Takes a handler's phi from its slot. */
    void takeHandlerPhi(Location.InSlot slot, Instruction phi) {
        selection.add("handler phi", c -> c.move(slot, c.definition(0))).define(selection.defined(phi), Constraint.ANY);
    }
}
