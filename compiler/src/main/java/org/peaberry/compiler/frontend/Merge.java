/** Merges frames at the start of blocks: a phi for every live slot. */
package org.peaberry.compiler.frontend;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;

final class Merge {
    private Merge() {
    }

    /** The frame of a block whose first edge arrives with the given one; phis get their operands by {@link #addOperands}. */
    static Frame firstFrame(Builder builder, BytecodeBlock target, Frame arriving) {
        Frame frame = new Frame(arriving.localCount());
        for (int i = 0; i < arriving.localCount(); i++) {
            Slot slot = arriving.local(i);
            if (slot != null && (target.liveIn.get(i) || !target.needsPhis())) {
                frame.setLocal(i, merged(builder, target, slot, i));
            }
        }
        for (int depth = 0; depth < arriving.stack().size(); depth++) {
            frame.push(merged(builder, target, arriving.stack().get(depth), arriving.localCount() + depth));
        }
        return frame;
    }

    private static Slot merged(Builder builder, BytecodeBlock target, Slot slot, int index) {
        if (!target.needsPhis()) {
            return slot;
        }
        Instruction phi = builder.graph.create(Opcode.PHI, slot.value().type(), null).at(builder.position);
        target.irBlock.insert(target.phis.size(), phi);
        target.phis.add(phi);
        target.phiSlots.add(index);
        return new Slot(phi, slot.wide());
    }

    static void addOperands(Builder builder, BytecodeBlock target, Frame arriving) {
        for (int i = 0; i < target.phis.size(); i++) {
            Instruction phi = target.phis.get(i);
            int index = target.phiSlots.get(i);
            Slot slot = index < arriving.localCount() ? arriving.local(index) : arriving.stack().get(index - arriving.localCount());
            phi.addOperand(operand(builder, phi, slot));
        }
    }

    static Instruction operand(Builder builder, Instruction phi, Slot slot) {
        if (slot == null) {
            return builder.undefined(phi.type());
        }
        if (slot.value().type() != phi.type()) {
            throw builder.unsupported("a machine word and an object (or null) meet in one variable. A word is never null: use zero() or a flag");
        }
        return slot.value();
    }
}
