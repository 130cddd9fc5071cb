/** Turns the machine off or resets it. */
package org.peaberry.arch.acpi;

import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.cpu.PerCpuArea;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.TableRegister;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** Works with interrupts off and allocates nothing, so that a panic may use it. ACPI specification 6.5, sections 4.8.3.2 and 4.8.3.6. */
public final class PowerControl {
    private static final int ACPI_MODE = 1 << 0;
    private static final int SLEEP_TYPE_SHIFT = 10;
    private static final int SLEEP_TYPE_MASK = 7 << SLEEP_TYPE_SHIFT;
    private static final int SLEEP_ENABLE = 1 << 13;
    private static final int BYTE_MASK = 0xff;

    private static final int KEYBOARD_COMMAND = 0x64;
    private static final int KEYBOARD_INPUT_FULL = 1 << 1;
    private static final int KEYBOARD_PULSE_RESET = 0xFE;
    private static final int PCI_RESET_CONTROL = 0xCF9;
    private static final int PCI_RESET_SYSTEM = 0x02;
    private static final int PCI_RESET_NOW = 0x06;
    private static final int PATIENCE = 1_000_000;

    private final FixedHardware hardware;

    /** @param hardware null when ACPI was not found: then only the resets of old PCs are tried */
    public PowerControl(FixedHardware hardware) {
        this.hardware = hardware;
    }

    /** Turns the machine off; returns when it cannot. */
    public void powerOff() {
        if (hardware == null || !hardware.canPowerOff()) {
            return;
        }
        enterAcpiMode();
        sleep(hardware.control1a(), hardware.sleepType() & BYTE_MASK);
        if (hardware.control1b() != 0) {
            sleep(hardware.control1b(), hardware.sleepType() >>> Byte.SIZE);
        }
        waitAWhile();
    }

    /** Resets the machine by whatever way works; returns never. */
    public void reset() {
        if (hardware != null && hardware.resetPort() != 0) {
            Processor.outByte(hardware.resetPort(), hardware.resetValue());
            waitAWhile();
        }
        resetByKeyboardController();
        Processor.outByte(PCI_RESET_CONTROL, PCI_RESET_SYSTEM);
        Processor.outByte(PCI_RESET_CONTROL, PCI_RESET_NOW);
        waitAWhile();
        tripleFault();
    }

    private void enterAcpiMode() {
        if (hardware.commandPort() == 0 || hardware.acpiEnable() == 0 || isInAcpiMode()) {
            return;
        }
        Processor.outByte(hardware.commandPort(), hardware.acpiEnable());
        for (int i = 0; i < PATIENCE && !isInAcpiMode(); i++) {
            Processor.pause();
        }
    }

    private boolean isInAcpiMode() {
        return (Processor.inShort(hardware.control1a()) & ACPI_MODE) != 0;
    }

    private static void sleep(int port, int type) {
        int value = Processor.inShort(port) & ~SLEEP_TYPE_MASK & ~SLEEP_ENABLE | type << SLEEP_TYPE_SHIFT;
        Processor.outShort(port, value);
        Processor.outShort(port, value | SLEEP_ENABLE);
    }

    private static void resetByKeyboardController() {
        for (int i = 0; i < PATIENCE && (Processor.inByte(KEYBOARD_COMMAND) & KEYBOARD_INPUT_FULL) != 0; i++) {
            Processor.pause();
        }
        Processor.outByte(KEYBOARD_COMMAND, KEYBOARD_PULSE_RESET);
        waitAWhile();
    }

    private static void waitAWhile() {
        for (int i = 0; i < PATIENCE; i++) {
            Processor.pause();
        }
    }

    /** An exception with no interrupt table resets a PC. */
    private static void tripleFault() {
        PerCpuArea area = PerCpu.area();
        TableRegister register = area.tableRegister();
        register.limit((short) 0);
        register.base(Address.zero());
        Processor.loadIdt(RawMemory.addressOf(register));
        Processor.undefinedInstruction();
    }
}
