/** ACPI tables as they are written for dom0. ACPI specification 6.5, sections 5.2.5, 5.2.6, 5.2.8, 5.2.9 and 5.2.12. */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

final class AcpiImage {
    static final int HEADER_SIZE = 36;
    static final int ROOT_SIZE = 36;
    /** Bytes of the root pointer that its first checksum covers. */
    static final int OLD_ROOT_SIZE = 20;
    static final int MADT_HEAD_SIZE = 44;
    static final int LOCAL_APIC_SIZE = 8;
    static final int IO_APIC_SIZE = 12;
    static final int OVERRIDE_SIZE = 10;
    static final byte LOCAL_APIC = 0;
    static final byte IO_APIC = 1;
    static final byte OVERRIDE = 2;
    /** In the boot flags of the FADT: message signalled interrupts must not be used. */
    static final int NO_MESSAGE_INTERRUPTS = 1 << 3;

    private AcpiImage() {
    }

    /** Start of every table. */
    @RawStructure(size = HEADER_SIZE)
    interface Header {
        @At(0) void signature(int value);
        @At(4) int length();
        @At(4) void length(int value);
        @At(8) void revision(byte value);
        @At(9) byte checksum();
        @At(9) void checksum(byte value);
        @At(10) void maker(int value);
        @At(14) void makerEnd(short value);
        @At(16) void tableId(long value);
        @At(24) void makerRevision(int value);
        @At(28) void creator(int value);
        @At(32) void creatorRevision(int value);
    }

    /** Root pointer. */
    @RawStructure(size = ROOT_SIZE)
    interface Root {
        @At(0) void signature(long value);
        @At(8) void checksum(byte value);
        @At(9) void maker(int value);
        @At(13) void makerEnd(short value);
        @At(15) void revision(byte value);
        @At(16) void rsdt(int address);
        @At(20) void length(int value);
        @At(24) void xsdt(long address);
        @At(32) void extendedChecksum(byte value);
    }

    /** Head of the multiple APIC description table. */
    @RawStructure(size = MADT_HEAD_SIZE)
    interface Madt {
        @At(36) void localApic(int address);
        @At(40) void flags(int value);
    }

    /** Entry of a local APIC. */
    @RawStructure(size = LOCAL_APIC_SIZE)
    interface LocalApicEntry {
        @At(0) void type(byte value);
        @At(1) void length(byte value);
        @At(2) void processor(byte value);
        @At(3) void id(byte value);
        @At(4) void flags(int value);
    }

    /** Entry of an I/O APIC. */
    @RawStructure(size = IO_APIC_SIZE)
    interface IoApicEntry {
        @At(0) void type(byte value);
        @At(1) void length(byte value);
        @At(2) void id(byte value);
        @At(3) void reserved(byte value);
        @At(4) void address(int value);
        @At(8) void firstLine(int value);
    }

    /** Part of the fixed description table. */
    @RawStructure(size = 116)
    interface Fixed {
        @At(109) short bootFlags();
        @At(109) void bootFlags(short value);
    }
}
