/** Machine code made by hand, for tests of what comes after selection. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.select.MachineInstruction.Kind;

/** Blocks come in the order they are made; instructions go to the block that was named last. */
public final class MachineProgram {
    public final MachineCode code = new MachineCode(null);
    private MachineBlock current;

    /** @param frequency how often it runs, beside other blocks */
    public MachineBlock block(int frequency) {
        current = code.newBlock();
        current.setFrequency(frequency);
        return current;
    }

    /** Instructions go there from now on. */
    public void in(MachineBlock block) {
        current = block;
    }

    public void edge(MachineBlock from, MachineBlock to) {
        from.connect(to);
    }

    public void handler(MachineBlock block, MachineBlock handler) {
        block.setHandler(handler);
    }

    public MachineInstruction add(String name) {
        return add(name, Kind.OPERATION);
    }

    private MachineInstruction add(String name, Kind kind) {
        MachineInstruction instruction = new MachineInstruction(name, kind, c -> { });
        current.instructions().add(instruction);
        return instruction;
    }

    /** A new value. */
    public VirtualRegister make() {
        VirtualRegister value = code.newRegister();
        add("make").define(value, Constraint.REGISTER);
        return value;
    }

    public void use(VirtualRegister value) {
        add("use").use(value, Constraint.REGISTER);
    }

    /** Moves values to others all at once, given as pairs of source and target. */
    public void move(VirtualRegister... pairs) {
        MachineInstruction move = add("move", Kind.MOVE).pair();
        for (int i = 0; i < pairs.length; i += 2) {
            move.use(pairs[i], Constraint.ANY).define(pairs[i + 1], Constraint.ANY);
        }
    }

    public void call() {
        add("call").clobberAll();
    }

    public void jump() {
        add("jump", Kind.JUMP);
    }
}
