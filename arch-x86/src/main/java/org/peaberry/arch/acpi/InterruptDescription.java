/** The multiple APIC description table (MADT). ACPI specification 6.5, section 5.2.12. */
package org.peaberry.arch.acpi;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Entries of variable length follow. */
@RawStructure(size = InterruptDescription.SIZE)
public interface InterruptDescription {
    int SIZE = 44;
    /** Flag: the machine also has 8259 interrupt controllers. */
    int HAS_PIC = 1 << 0;

    @At(4)
    int length();

    @At(36)
    int localApic();

    @At(40)
    int flags();

    /** An entry; which of its accessors are valid depends on its type. */
    @RawStructure(size = Entry.HEAD)
    interface Entry {
        int HEAD = 2;
        byte LOCAL_APIC = 0;
        byte IO_APIC = 1;
        byte INTERRUPT_OVERRIDE = 2;
        byte LOCAL_APIC_ADDRESS = 5;
        byte LOCAL_X2APIC = 9;
        int LOCAL_APIC_SIZE = 8;
        int IO_APIC_SIZE = 12;
        int INTERRUPT_OVERRIDE_SIZE = 10;
        int LOCAL_APIC_ADDRESS_SIZE = 12;
        int LOCAL_X2APIC_SIZE = 16;
        /** In the flags of a local APIC: the CPU is there. */
        int ENABLED = 1 << 0;

        @At(0)
        byte type();

        @At(1)
        byte length();

        @At(3)
        byte localApicId();

        @At(4)
        int localApicFlags();

        @At(2)
        byte ioApicId();

        @At(4)
        int ioApicAddress();

        @At(8)
        int ioApicFirstLine();

        @At(3)
        byte overrideSource();

        @At(4)
        int overrideLine();

        @At(8)
        short overrideFlags();

        @At(4)
        long localApicAddress();

        @At(4)
        int x2apicId();

        @At(8)
        int x2apicFlags();
    }
}
