/** Executes INS and OUTS at intercepted ports. Intel SDM vol. 2A, "INS", and 2B, "OUTS" and "REP". */
package org.peaberry.arch.decode;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.VirtualCpu;

/** One for each virtual CPU. Does one element at a time: between two of them the guest can take interrupts, as on a processor. */
public final class PortStringEmulator {
    private static final int COUNTER = 1;
    /** INSB, INSD, OUTSB, OUTSD. */
    private static final int FIRST_OPCODE = 0x6C;
    private static final int LAST_OPCODE = 0x6F;

    private final VirtualCpu cpu;
    private final InstructionFetch fetch;
    private final DecodedInstruction instruction = new DecodedInstruction();
    private final StringOperand operand;

    public PortStringEmulator(VirtualCpu cpu) {
        this.cpu = cpu;
        this.fetch = new InstructionFetch(cpu);
        this.operand = new StringOperand(cpu);
    }

    /**
     * Moves one element between device and memory, or lets the guest have the exception that it causes. When the instruction has changed
     * since it exited, the guest runs it again.
     *
     * @return false when the element is not in RAM: nothing has happened then
     */
    public boolean emulate(PortAccess access, PortDevice device) {
        if (!fetch.decode(instruction) || !isPortString()) {
            return true;
        }
        int addressBytes = instruction.addressBytes();
        if (instruction.isRepeated() && counter(addressBytes) == 0) {
            cpu.advance(instruction.length());
            return true;
        }
        boolean isMoved = access.isInput() ? input(access, device) : output(access, device);
        if (!isMoved) {
            return operand.raise();
        }
        step(access, addressBytes);
        return true;
    }

    private boolean isPortString() {
        return instruction.map == OpcodeTable.MAP_PRIMARY && instruction.opcode >= FIRST_OPCODE && instruction.opcode <= LAST_OPCODE;
    }

    private boolean input(PortAccess access, PortDevice device) {
        if (!operand.open(instruction, access.width())) {
            return false;
        }
        operand.write(instruction, access.width(), device.in(access.port(), access.width()));
        return true;
    }

    private boolean output(PortAccess access, PortDevice device) {
        if (!operand.read(instruction, access.width())) {
            return false;
        }
        device.out(access.port(), access.width(), operand.value());
        return true;
    }

    /** Going on by 0 bytes is what ends an element that is not the last: single steps and interrupt shadows count elements. */
    private void step(PortAccess access, int addressBytes) {
        long step = (cpu.rflags() & Rflags.DIRECTION) != 0 ? -access.width() : access.width();
        RegisterOperand.add(cpu.registers(), access.isInput() ? LinearAddress.RDI : LinearAddress.RSI, addressBytes, step);
        if (instruction.isRepeated()) {
            RegisterOperand.add(cpu.registers(), COUNTER, addressBytes, -1);
        }
        boolean isLast = !instruction.isRepeated() || counter(addressBytes) == 0;
        cpu.advance(isLast ? instruction.length() : 0);
    }

    private long counter(int addressBytes) {
        return RegisterOperand.low(cpu.registers(), COUNTER, addressBytes);
    }
}
