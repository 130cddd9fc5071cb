/** The ACPI registers of the machine: where they are, and what turns it off. */
package org.peaberry.arch.acpi;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Copied out of the tables at boot, so that power control reads no firmware memory later. A port of 0 is not there. */
public final class FixedHardware {
    private static final int SHORT_MASK = 0xffff;
    private static final int BYTE_MASK = 0xff;

    final int control1a;
    final int control1b;
    final int commandPort;
    final int acpiEnable;
    final int resetSpace;
    final long resetAddress;
    final int resetValue;
    final boolean hasReset;
    final int sleepType;
    private final int timerPort;
    private final boolean timerIs32Bit;
    private final int systemControlInterrupt;

    /** @throws AcpiException when the FADT is missing or too short */
    public FixedHardware(AcpiTables tables) {
        PhysicalAddress address = tables.find(Signature.FADT);
        if (address.isZero()) {
            throw new AcpiException("the ACPI table FACP is missing: the machine cannot be turned off");
        }
        FixedDescription table = RawMemory.at(FixedDescription.class, DirectMap.addressOf(address));
        if (table.length() < FixedDescription.MINIMUM_LENGTH) {
            throw new AcpiException("the ACPI table FACP is too short");
        }
        control1a = table.control1a();
        control1b = table.control1b();
        commandPort = table.commandPort();
        acpiEnable = table.acpiEnable() & BYTE_MASK;
        timerPort = table.timer();
        timerIs32Bit = (table.flags() & FixedDescription.TIMER_IS_32_BIT) != 0;
        systemControlInterrupt = table.systemControlInterrupt() & SHORT_MASK;
        hasReset = table.length() >= FixedDescription.RESET_END && (table.flags() & FixedDescription.HAS_RESET_REGISTER) != 0;
        resetSpace = hasReset ? table.resetRegister().space() : 0;
        resetAddress = hasReset ? table.resetRegister().address() : 0;
        resetValue = hasReset ? table.resetValue() & BYTE_MASK : 0;
        sleepType = sleepTypeIn(tables, dsdt(table));
    }

    private static PhysicalAddress dsdt(FixedDescription table) {
        if (table.length() >= FixedDescription.EXTENDED_DSDT_END && table.extendedDsdt() != 0) {
            return PhysicalAddress.of(table.extendedDsdt());
        }
        return PhysicalAddress.of(Integer.toUnsignedLong(table.dsdt()));
    }

    private static int sleepTypeIn(AcpiTables tables, PhysicalAddress dsdt) {
        return tables.isSound(dsdt, Signature.DSDT) ? SoftOffPackage.find(DirectMap.addressOf(dsdt)) : SoftOffPackage.NONE;
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
}
