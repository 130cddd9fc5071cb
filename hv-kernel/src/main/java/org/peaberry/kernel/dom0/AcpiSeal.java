/** What makes a table valid: header and checksum. ACPI specification 6.5, section 5.2.6. */
package org.peaberry.kernel.dom0;

import org.peaberry.arch.acpi.Signature;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

final class AcpiSeal {
    /** "PEABRY", "PEABERRY", "PBRY". */
    static final int MAKER = Signature.of("PEAB");
    static final short MAKER_END = (short) Signature.of("RY");
    private static final long TABLE_ID = Signature.of("PEAB") | (long) Signature.of("ERRY") << Integer.SIZE;
    private static final int CREATOR = Signature.of("PBRY");

    private AcpiSeal() {
    }

    /** Fills the header of a table whose rest is written. */
    static void finish(Address table, int signature, byte revision, int length) {
        AcpiImage.Header header = RawMemory.at(AcpiImage.Header.class, table);
        header.signature(signature);
        header.length(length);
        header.revision(revision);
        header.maker(MAKER);
        header.makerEnd(MAKER_END);
        header.tableId(TABLE_ID);
        header.makerRevision(1);
        header.creator(CREATOR);
        header.creatorRevision(1);
        sign(table, length);
    }

    /** Sets the checksum of a table whose header is there. */
    static void sign(Address table, int length) {
        AcpiImage.Header header = RawMemory.at(AcpiImage.Header.class, table);
        header.checksum((byte) 0);
        header.checksum(complement(table, length));
    }

    /** What makes the sum of all bytes zero. */
    static byte complement(Address start, int bytes) {
        int sum = 0;
        for (int i = 0; i < bytes; i++) {
            sum += start.loadByte(i);
        }
        return (byte) -sum;
    }
}
