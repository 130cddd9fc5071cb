/** What an instruction's emission can ask and do: locations, the assembler, moves, call sites and cold code. */
package org.peaberry.compiler.select;

import java.util.List;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.ir.SourcePosition;

public interface EmissionContext {
    /** Never allocated; instructions may use it for themselves. */
    Register SCRATCH = Register.R11;

    /** Never allocated, for floating-point values. */
    Register VECTOR_SCRATCH = Register.XMM15;

    Assembler assembler();

    /** Location of the instruction's use. */
    Location use(int index);

    /** Location of the instruction's definition. */
    Location definition(int index);

    /** The use's register; it was constrained to one. */
    Register useRegister(int index);

    /** The definition's register; it was constrained to one. */
    Register definitionRegister(int index);

    /** A location as an operand of an instruction. */
    Operand operand(Location location);

    /** Moves several values at once, each 8 bytes wide; sources are read as they were before. May use the scratch register. */
    void moveAll(List<Location> from, List<Location> to);

    /** Moves one value. */
    void move(Location from, Location to);

    /** Says that what was emitted so far prepared for what comes: debuggers can tell them apart. */
    void prepared();

    /** Records that the call instruction just emitted can throw. */
    void callSite(SourcePosition position);

    /** Records that the instruction that gets this very operand is a null check of the position: its fault is the exception. */
    void nullCheck(MemoryOperand operand, SourcePosition position);

    /** Code for the end of the method, reached by a jump to the label it is given. */
    void cold(Label label, Runnable emission);

    /** Whether the block follows the current one in the code, so that no jump to it is needed. */
    boolean isNext(MachineBlock block);

    /** Takes the frame off the stack. */
    void releaseFrame();

    /** Bytes of the frame, without the return address. */
    int frameSize();
}
