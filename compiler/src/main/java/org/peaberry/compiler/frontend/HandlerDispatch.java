/** The IR block that receives exceptions of a try range and finds the catch clause that takes them. */
package org.peaberry.compiler.frontend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.objectweb.asm.tree.TryCatchBlockNode;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.ClassInfo;

/** One per list of covering exception table entries. Tests the entries in order; an exception that none takes is thrown on to the caller. */
final class HandlerDispatch {
    private final Builder builder;
    private final Block block;
    private final List<Instruction> phis = new ArrayList<>();
    private final List<Integer> phiLocals = new ArrayList<>();

    HandlerDispatch(Builder builder, BytecodeBlock covered, Frame first) {
        this.builder = builder;
        block = builder.graph.newBlock();
        Frame frame = new Frame(first.localCount());
        BitSet live = new BitSet();
        covered.handlerBlocks.forEach(h -> live.or(h.liveIn));
        for (int i = 0; i < first.localCount(); i++) {
            if (first.local(i) != null && live.get(i)) {
                Instruction phi = builder.graph.create(Opcode.PHI, first.local(i).value().type(), null).at(builder.position);
                block.append(phi);
                phis.add(phi);
                phiLocals.add(i);
                frame.setLocal(i, new Slot(phi, first.local(i).wide()));
            }
        }
        fill(covered, frame);
    }

    /** Makes this the handler of a block whose last instruction is the one that may throw. */
    void addEdge(Block from, Frame state) {
        from.setHandler(block);
        for (int i = 0; i < phis.size(); i++) {
            phis.get(i).addOperand(Merge.operand(builder, phis.get(i), state.local(phiLocals.get(i))));
        }
    }

    private void fill(BytecodeBlock covered, Frame frame) {
        Instruction exception = append(block, Opcode.EXCEPTION, Type.REFERENCE, null);
        frame.push(exception, false);
        Block current = block;
        for (int i = 0; i < covered.handlers.size(); i++) {
            TryCatchBlockNode entry = covered.handlers.get(i);
            BytecodeBlock target = covered.handlerBlocks.get(i);
            if (entry.type == null || entry.type.equals("java/lang/Throwable")) {
                append(current, Opcode.GOTO, Type.VOID, null);
                builder.addEdge(current, target, frame);
                return;
            }
            current = test(current, exception, builder.world.classNamed(entry.type), target, frame);
        }
        append(current, Opcode.THROW, Type.VOID, null, exception);
    }

    private Block test(Block current, Instruction exception, ClassInfo type, BytecodeBlock target, Frame frame) {
        Instruction matches = append(current, Opcode.INSTANCE_OF, Type.INT, type, exception);
        Instruction zero = append(current, Opcode.CONST, Type.INT, 0);
        append(current, Opcode.BRANCH, Type.VOID, Condition.NOT_EQUAL, matches, zero);
        builder.addEdge(current, target, frame);
        Block next = builder.graph.newBlock();
        current.addSuccessor(next);
        return next;
    }

    private Instruction append(Block to, Opcode opcode, Type type, Object attribute, Instruction... operands) {
        return to.append(builder.graph.create(opcode, type, attribute, operands).at(builder.position));
    }
}
