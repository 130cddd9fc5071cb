/** The fixed ACPI description table (FADT). ACPI specification 6.5, table 5.9. */
package org.peaberry.arch.acpi;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Old firmware has shorter ones: {@link FixedHardware} looks at the length. */
@RawStructure(size = 276)
public interface FixedDescription {
    /** Length from which on the reset register is there. */
    int RESET_END = 129;
    /** Length from which on the 64-bit DSDT address is there. */
    int EXTENDED_DSDT_END = 148;
    int MINIMUM_LENGTH = 116;

    int TIMER_IS_32_BIT = 1 << 8;
    int HAS_RESET_REGISTER = 1 << 10;

    @At(4)
    int length();

    @At(40)
    int dsdt();

    @At(46)
    short systemControlInterrupt();

    @At(48)
    int commandPort();

    /** What to write to the command port so that ACPI owns its registers. */
    @At(52)
    byte acpiEnable();

    @At(64)
    int control1a();

    @At(68)
    int control1b();

    @At(76)
    int timer();

    @At(112)
    int flags();

    @At(116)
    GenericAddress resetRegister();

    @At(128)
    byte resetValue();

    @At(140)
    long extendedDsdt();

    /** Where the DSDT is: the 64-bit field wins. */
    default PhysicalAddress dsdtAddress() {
        boolean extended = length() >= EXTENDED_DSDT_END && extendedDsdt() != 0;
        return PhysicalAddress.of(extended ? extendedDsdt() : Integer.toUnsignedLong(dsdt()));
    }
}
