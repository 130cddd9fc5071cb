/** Moves and exchanges between registers and stack places. */
package org.peaberry.compiler.emit;

import java.util.Set;
import java.util.function.Function;

import org.peaberry.compiler.allocate.ParallelMove;
import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.select.Location;

/** From memory to memory it goes by push and pop, not through the scratch register: an instruction that moves its operands may hold that. */
final class MoveEmitter implements ParallelMove.Sink {
    private final Assembler assembler;
    private final VectorMoves vectors;
    private final Function<Location, Operand> operands;
    private Set<Location> ints = Set.of();

    MoveEmitter(Assembler assembler, Function<Location, Operand> operands) {
        this.assembler = assembler;
        this.operands = operands;
        vectors = new VectorMoves(assembler);
    }

    /** Says which places hold an INT until they are written, so that its 32 bits are all that need be moved. */
    void setInts(Set<Location> places) {
        ints = places;
    }

    private static boolean isVector(Operand operand) {
        return operand instanceof Register register && register.isVector();
    }

    @Override
    public void move(Location from, Location to) {
        Operand source = operands.apply(from);
        Operand target = operands.apply(to);
        if (isVector(source) || isVector(target)) {
            vectors.move(source, target);
        } else if (target instanceof Register register) {
            assembler.rm(Form.MOV_RM, ints.contains(from) ? Width.DOUBLE : Width.QUAD, register, source);
        } else if (source instanceof Register register) {
            assembler.rm(Form.MOV_MR, Width.QUAD, register, target);
        } else {
            assembler.m(Form.PUSH_M, Width.DOUBLE, source);
            assembler.m(Form.POP_M, Width.DOUBLE, target);
        }
    }

    @Override
    public void exchange(Location left, Location right) {
        ints = Set.of();
        Operand first = operands.apply(left);
        Operand second = operands.apply(right);
        if (isVector(first) || isVector(second)) {
            vectors.exchange(first, second);
        } else if (first instanceof Register register) {
            exchange(register, second);
        } else if (second instanceof Register register) {
            exchange(register, first);
        } else {
            assembler.m(Form.PUSH_M, Width.DOUBLE, first);
            assembler.m(Form.PUSH_M, Width.DOUBLE, afterPush(second));
            assembler.m(Form.POP_M, Width.DOUBLE, afterPush(first));
            assembler.m(Form.POP_M, Width.DOUBLE, second);
        }
    }

    /** Not by xchg when one is in memory: that locks the bus. */
    private void exchange(Register register, Operand other) {
        if (other instanceof Register) {
            assembler.rm(Form.XCHG_MR, Width.QUAD, register, other);
        } else {
            assembler.m(Form.PUSH_M, Width.DOUBLE, other);
            assembler.rm(Form.MOV_MR, Width.QUAD, register, afterPush(other));
            assembler.o(Form.POP, Width.DOUBLE, register);
        }
    }

    /** The same place while one word more is on the stack. */
    private static MemoryOperand afterPush(Operand operand) {
        MemoryOperand memory = (MemoryOperand) operand;
        return MemoryOperand.of(memory.base(), memory.displacement() + Long.BYTES);
    }
}
