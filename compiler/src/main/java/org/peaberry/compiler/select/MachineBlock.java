/** A block of machine instructions; the last one ends it. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Label;

public final class MachineBlock {
    private final int id;
    private final List<MachineInstruction> instructions = new ArrayList<>();
    private final List<MachineBlock> successors = new ArrayList<>();
    private final List<MachineBlock> predecessors = new ArrayList<>();
    private final Label label = new Label();
    private MachineBlock handler;
    private MachineBlock replacement;
    private boolean isHandler;
    private int frequency = 1;

    MachineBlock(int id) {
        this.id = id;
    }

    /** Position in the linear order of blocks. */
    public int id() {
        return id;
    }

    public List<MachineInstruction> instructions() {
        return instructions;
    }

    /** Without the handler. */
    public List<MachineBlock> successors() {
        return successors;
    }

    /** Normal predecessors. */
    public List<MachineBlock> predecessors() {
        return predecessors;
    }

    /** Where jumps to this block go: into another block when this one has no code. */
    public Label label() {
        return destination().label;
    }

    /** The block that is entered when this one is: itself, unless it has no code. */
    public MachineBlock destination() {
        MachineBlock block = this;
        while (block.replacement != null) {
            block = block.replacement;
        }
        return block;
    }

    /** Declares that nothing is done here but going to another block. */
    public void replaceBy(MachineBlock target) {
        if (target.destination() != this) {
            replacement = target;
        }
    }

    /** Where exceptions of this block go, or null. */
    public MachineBlock handler() {
        return handler;
    }

    /** Whether it is entered by the unwinder: nothing is in registers at its start but the exception, in RAX. */
    public boolean isHandler() {
        return isHandler;
    }

    /** How often it is taken to run, beside other blocks of the method. */
    public int frequency() {
        return frequency;
    }

    void setFrequency(int newFrequency) {
        frequency = newFrequency;
    }

    void connect(MachineBlock successor) {
        successors.add(successor);
        successor.predecessors.add(this);
    }

    void setHandler(MachineBlock block) {
        handler = block;
        block.isHandler = true;
    }

    @Override
    public String toString() {
        return "b" + id;
    }
}
