/** The machine instructions of one method, blocks in the order they are emitted. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.MethodInfo;

public final class MachineCode {
    private final MethodInfo method;
    private final List<MachineBlock> blocks = new ArrayList<>();
    private final BitSet vectors = new BitSet();
    private final BitSet ints = new BitSet();
    private final Map<Instruction, VirtualRegister> values = new HashMap<>();
    private int registers;
    private int outgoingArguments;
    private int slots;
    private int nullFaults;

    public MachineCode(MethodInfo method) {
        this.method = method;
    }

    public MethodInfo method() {
        return method;
    }

    public List<MachineBlock> blocks() {
        return blocks;
    }

    public MachineBlock newBlock() {
        MachineBlock block = new MachineBlock(blocks.size());
        blocks.add(block);
        return block;
    }

    public VirtualRegister newRegister() {
        return new VirtualRegister(registers++);
    }

    /** For a floating-point value. */
    public VirtualRegister newVectorRegister() {
        vectors.set(registers);
        return newRegister();
    }

    /** For a value of a type. */
    VirtualRegister newRegister(Type type) {
        if (type == Type.INT) {
            ints.set(registers);
        }
        return type.isFloatingPoint() ? newVectorRegister() : newRegister();
    }

    /** Whether a virtual register is one for an INT: wherever it is kept, there are zeros above its 32 bits. */
    public boolean isInt(VirtualRegister register) {
        return ints.get(register.id());
    }

    /** Whether a virtual register is one for floating-point values. */
    public boolean isVector(VirtualRegister register) {
        return vectors.get(register.id());
    }

    /** The register that a value of the IR is defined in, or null while it has none. */
    public VirtualRegister register(Instruction value) {
        return values.get(Extensions.origin(value));
    }

    /** That register, made when it is first asked for. */
    VirtualRegister define(Instruction value) {
        return values.computeIfAbsent(value, v -> newRegister(v.type()));
    }

    /** Notes that an access stands for a null check. */
    void addNullFault() {
        nullFaults++;
    }

    /** Number of accesses that stand for null checks. */
    public int nullFaults() {
        return nullFaults;
    }

    /** Number of virtual registers. */
    public int registers() {
        return registers;
    }

    /** A fresh slot of the frame. */
    public Location.InSlot newSlot() {
        return new Location.InSlot(slots++);
    }

    public int slots() {
        return slots;
    }

    /** Makes room for the stack arguments of a call. */
    public void reserveOutgoing(int arguments) {
        outgoingArguments = Math.max(outgoingArguments, arguments);
    }

    /** Most stack arguments that a call passes. */
    public int outgoingArguments() {
        return outgoingArguments;
    }
}
