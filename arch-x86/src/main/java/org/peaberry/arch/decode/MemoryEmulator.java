/** Executes the instruction that touched a device's memory. */
package org.peaberry.arch.decode;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/**
 * One for each virtual CPU. A string instruction does one element at a time; the guest comes back for the next one.
 */
public final class MemoryEmulator {
    private static final int ACCUMULATOR = 0;
    private static final int COUNTER = 1;
    private static final int PAGE_FAULT = 14;

    private final VirtualCpu cpu;
    private final InstructionFetch fetch;
    private final DecodedInstruction instruction = new DecodedInstruction();
    private final DecodedAccess access = new DecodedAccess();
    private final Arithmetic arithmetic = new Arithmetic();
    private final GuestOperand otherOperand;

    public MemoryEmulator(VirtualCpu cpu) {
        this.cpu = cpu;
        this.fetch = new InstructionFetch(cpu);
        this.otherOperand = new GuestOperand(cpu, new GuestPageWalk(cpu));
    }

    /** What was decoded last, for messages. */
    public DecodedInstruction instruction() {
        return instruction;
    }

    /**
     * Executes the instruction that the guest is at, with the device in the place of memory, and goes on behind it.
     *
     * @param fault the nested page fault that it caused
     * @return false when the instruction is not one of those known: nothing has happened then
     */
    public boolean emulate(NestedFault fault, MemoryMappedDevice device) {
        if (fault.isTableWalk() || !fetch.decode(instruction) || !AccessDecoder.decode(instruction, access)) {
            return false;
        }
        GuestPhysicalAddress address = fault.address();
        switch (access.operation()) {
            case STORE_STRING, LOAD_STRING, MOVE_STRING -> {
                return string(fault, device);
            }
            case LOAD -> RegisterOperand.write(cpu.registers(), access, extend(device.read(address, access.width())));
            case STORE -> device.write(address, access.width(), otherValue());
            case EXCHANGE -> exchange(address, device);
            case EXCHANGE_ADD -> exchangeAdd(address, device);
            case COMPARE_EXCHANGE -> compareExchange(address, device);
            default -> compute(address, device);
        }
        cpu.advance(instruction.length());
        return true;
    }

    private long otherValue() {
        return RegisterOperand.read(cpu.registers(), access);
    }

    private long extend(long value) {
        int unused = Long.SIZE - access.width() * Byte.SIZE;
        return access.isSigned() ? value << unused >> unused : value << unused >>> unused;
    }

    private void exchange(GuestPhysicalAddress address, MemoryMappedDevice device) {
        long before = device.read(address, access.width());
        device.write(address, access.width(), otherValue());
        RegisterOperand.write(cpu.registers(), access, before);
    }

    private void exchangeAdd(GuestPhysicalAddress address, MemoryMappedDevice device) {
        long before = device.read(address, access.width());
        arithmetic.compute(MemoryOperation.ADD, before, otherValue(), access.width(), cpu.rflags());
        RegisterOperand.write(cpu.registers(), access, before);
        device.write(address, access.width(), arithmetic.result());
        cpu.rflags(arithmetic.flags());
    }

    private void compareExchange(GuestPhysicalAddress address, MemoryMappedDevice device) {
        GuestRegisters registers = cpu.registers();
        long before = device.read(address, access.width());
        arithmetic.compute(MemoryOperation.COMPARE, registers.rax(), before, access.width(), cpu.rflags());
        if (arithmetic.result() == 0) {
            device.write(address, access.width(), otherValue());
        } else {
            RegisterOperand.write(registers, ACCUMULATOR, access.width(), before);
        }
        cpu.rflags(arithmetic.flags());
    }

    private void compute(GuestPhysicalAddress address, MemoryMappedDevice device) {
        long memory = device.read(address, access.width());
        boolean toRegister = access.isToRegister();
        long left = toRegister ? otherValue() : memory;
        long right = toRegister ? memory : otherValue();
        arithmetic.compute(access.operation(), left, right, access.width(), cpu.rflags());
        if (access.isWrite()) {
            device.write(address, access.width(), arithmetic.result());
        } else if (access.operation().writesMemory()) {
            RegisterOperand.write(cpu.registers(), access, arithmetic.result());
        }
        cpu.rflags(arithmetic.flags());
    }

    private boolean string(NestedFault fault, MemoryMappedDevice device) {
        int addressBytes = instruction.addressBytes();
        GuestRegisters registers = cpu.registers();
        if (instruction.isRepeated() && RegisterOperand.low(registers, COUNTER, addressBytes) == 0) {
            cpu.advance(instruction.length());
            return true;
        }
        if (!moveElement(fault, device)) {
            return otherOperand.isFault();
        }
        stepPointers(addressBytes);
        if (instruction.isRepeated()) {
            RegisterOperand.add(registers, COUNTER, addressBytes, -1);
            if (RegisterOperand.low(registers, COUNTER, addressBytes) != 0) {
                return true;
            }
        }
        cpu.advance(instruction.length());
        return true;
    }

    /** One element between the device and RAX, or the device and memory. False when memory is not there: the guest may have got a page fault. */
    private boolean moveElement(NestedFault fault, MemoryMappedDevice device) {
        int width = access.width();
        switch (access.operation()) {
            case STORE_STRING -> device.write(fault.address(), width, cpu.registers().rax());
            case LOAD_STRING -> RegisterOperand.write(cpu.registers(), ACCUMULATOR, width, device.read(fault.address(), width));
            default -> {
                return fault.isWrite() ? memoryToDevice(fault, device, width) : deviceToMemory(fault, device, width);
            }
        }
        return true;
    }

    private boolean memoryToDevice(NestedFault fault, MemoryMappedDevice device, int width) {
        if (!otherOperand.read(LinearAddress.ofSource(cpu, instruction), width)) {
            return raisePageFault();
        }
        device.write(fault.address(), width, otherOperand.value());
        return true;
    }

    private boolean deviceToMemory(NestedFault fault, MemoryMappedDevice device, int width) {
        if (otherOperand.write(LinearAddress.ofDestination(cpu, instruction), width, device.read(fault.address(), width))) {
            return true;
        }
        return raisePageFault();
    }

    private boolean raisePageFault() {
        if (otherOperand.isFault()) {
            cpu.cr2(otherOperand.faultAddress());
            cpu.injectException(PAGE_FAULT, otherOperand.errorCode());
        }
        return false;
    }

    private void stepPointers(int addressBytes) {
        long step = (cpu.rflags() & Rflags.DIRECTION) != 0 ? -access.width() : access.width();
        if (access.operation() != MemoryOperation.STORE_STRING) {
            RegisterOperand.add(cpu.registers(), LinearAddress.RSI, addressBytes, step);
        }
        if (access.operation() != MemoryOperation.LOAD_STRING) {
            RegisterOperand.add(cpu.registers(), LinearAddress.RDI, addressBytes, step);
        }
    }
}
