/** The ACPI registers of the machine: where they are, and what turns it off. */
package org.peaberry.arch.acpi;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Copied out of the tables at boot, so that power control reads no firmware memory later. A port of 0 is not there. */
public final class FixedHardware {
    private static final int SHORT_MASK = 0xffff;
    private static final int BYTE_MASK = 0xff;

    private int control1a;
    private int control1b;
    private int commandPort;
    private int acpiEnable;
    private int resetPort;
    private int resetValue;
    private int sleepType = SoftOffPackage.NONE;
    private int timerPort;
    private boolean timerIs32Bit;
    private int systemControlInterrupt;

    private FixedHardware() {
    }

    /** @throws AcpiException when the FADT is missing or too short */
    @BootOnly
    public static FixedHardware read(AcpiTables tables) {
        PhysicalAddress address = tables.find(Signature.FADT);
        if (address.isZero()) {
            throw new AcpiException("the ACPI table FACP is missing: the machine cannot be turned off");
        }
        FixedDescription table = RawMemory.at(FixedDescription.class, DirectMap.addressOf(address));
        if (table.length() < FixedDescription.MINIMUM_LENGTH) {
            throw new AcpiException("the ACPI table FACP is too short");
        }
        FixedHardware result = new FixedHardware();
        result.copyRegisters(table);
        result.copyReset(table);
        PhysicalAddress dsdt = table.dsdtAddress();
        if (tables.isSound(dsdt, Signature.DSDT)) {
            result.sleepType = SoftOffPackage.find(DirectMap.addressOf(dsdt));
        }
        return result;
    }

    private void copyRegisters(FixedDescription table) {
        control1a = table.control1a();
        control1b = table.control1b();
        commandPort = table.commandPort();
        acpiEnable = table.acpiEnable() & BYTE_MASK;
        timerPort = table.timer();
        timerIs32Bit = (table.flags() & FixedDescription.TIMER_IS_32_BIT) != 0;
        systemControlInterrupt = table.systemControlInterrupt() & SHORT_MASK;
    }

    /** A reset register that is not a port is left alone: the old ways to reset work as well. */
    private void copyReset(FixedDescription table) {
        boolean present = table.length() >= FixedDescription.RESET_END && (table.flags() & FixedDescription.HAS_RESET_REGISTER) != 0;
        if (present && table.resetRegister().space() == GenericAddress.SYSTEM_IO) {
            resetPort = (int) table.resetRegister().address() & SHORT_MASK;
            resetValue = table.resetValue() & BYTE_MASK;
        }
    }

    /** Port of the 3.579545 MHz timer, or 0. */
    public int timerPort() {
        return timerPort;
    }

    /** Whether the timer has 32 bits, not 24. */
    public boolean timerIs32Bit() {
        return timerIs32Bit;
    }

    /** The line that ACPI events come on, as the interrupt controllers number them. */
    public int systemControlInterrupt() {
        return systemControlInterrupt;
    }

    /** PM1a control port, which dom0's ACPI driver names when it wants to sleep. */
    public int control1a() {
        return control1a;
    }

    /** PM1b control port, or 0. */
    public int control1b() {
        return control1b;
    }

    /** Whether {@link PowerControl#powerOff} can work. */
    public boolean canPowerOff() {
        return control1a != 0 && sleepType != SoftOffPackage.NONE;
    }

    int commandPort() {
        return commandPort;
    }

    int acpiEnable() {
        return acpiEnable;
    }

    /** Port that resets the machine when {@link #resetValue} is written to it, or 0. */
    int resetPort() {
        return resetPort;
    }

    int resetValue() {
        return resetValue;
    }

    /** Sleep types of soft-off, as {@link SoftOffPackage#find} gives them. */
    int sleepType() {
        return sleepType;
    }
}
