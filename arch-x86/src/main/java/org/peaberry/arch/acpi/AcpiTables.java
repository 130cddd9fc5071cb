/** The firmware's ACPI tables: found from the root pointer, each checked. */
package org.peaberry.arch.acpi;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.paging.HypervisorAddressSpace;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** A table that is damaged is left out and reported by {@link #problem}; only a damaged root is an error. */
@BootOnly
public final class AcpiTables {
    private static final int MAXIMUM_TABLES = 128;
    /** Greatest size of a table that is believed. */
    private static final int MAXIMUM_SIZE = 16 << 20;
    private static final int BYTE_MASK = 0xff;

    private final long limit;
    private final long[] tables = new long[MAXIMUM_TABLES];
    private int count;
    private String problem = "";

    private AcpiTables(long limit) {
        this.limit = limit;
    }

    /**
     * Finds all tables.
     *
     * @param root where the root pointer is
     * @param limit end of the physical memory that can be read through the direct map
     * @throws AcpiException when there is no sound root
     */
    public static AcpiTables discover(PhysicalAddress root, PhysicalAddress limit) {
        if (root.isZero() || !root.plus(RootPointer.SIZE).isBelow(limit) || !RootPointerSearch.isSound(root)) {
            throw new AcpiException("no ACPI root pointer: enable ACPI in the firmware's set-up");
        }
        AcpiTables result = new AcpiTables(limit.toLong());
        RootPointer pointer = RawMemory.at(RootPointer.class, DirectMap.addressOf(root));
        boolean extended = pointer.revision() > 0 && pointer.xsdt() != 0;
        if (extended) {
            result.readRoot(PhysicalAddress.of(pointer.xsdt()), Signature.XSDT, Long.BYTES);
        } else {
            result.readRoot(PhysicalAddress.of(Integer.toUnsignedLong(pointer.rsdt())), Signature.RSDT, Integer.BYTES);
        }
        return result;
    }

    /** Number of sound tables; the DSDT is not among them, see {@link FixedDescription#dsdt}. */
    public int count() {
        return count;
    }

    public PhysicalAddress address(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("no such ACPI table");
        }
        return PhysicalAddress.of(tables[index]);
    }

    public TableHeader table(int index) {
        return header(address(index));
    }

    /** The first table of that name, or zero. */
    public PhysicalAddress find(int signature) {
        for (int i = 0; i < count; i++) {
            if (table(i).signature() == signature) {
                return address(i);
            }
        }
        return PhysicalAddress.zero();
    }

    /** What the operator should know about tables that were left out; empty when all is well. */
    public String problem() {
        return problem;
    }

    /** Whether a table of that name is at an address, whole and with the right checksum. */
    public boolean isSound(PhysicalAddress address, int signature) {
        return fits(address) && header(address).signature() == signature && isIntact(address);
    }

    /** Makes all tables, the DSDT included, readable in the final address space too: firmware keeps them in reserved memory. */
    public void mapInto(HypervisorAddressSpace space) {
        for (int i = 0; i < count; i++) {
            space.mapMemory(address(i), address(i).plus(table(i).length()));
        }
        PhysicalAddress fixed = find(Signature.FADT);
        if (!fixed.isZero() && header(fixed).length() >= FixedDescription.MINIMUM_LENGTH) {
            PhysicalAddress dsdt = RawMemory.at(FixedDescription.class, DirectMap.addressOf(fixed)).dsdtAddress();
            if (isSound(dsdt, Signature.DSDT)) {
                space.mapMemory(dsdt, dsdt.plus(header(dsdt).length()));
            }
        }
    }

    private void readRoot(PhysicalAddress address, int signature, int entrySize) {
        if (!isSound(address, signature)) {
            throw new AcpiException("the ACPI table " + Signature.name(signature) + " is damaged: update the firmware");
        }
        Address root = DirectMap.addressOf(address);
        int bytes = header(address).length();
        for (int at = TableHeader.SIZE; at + entrySize <= bytes; at += entrySize) {
            long entry = entrySize == Long.BYTES ? root.loadLong(at) : Integer.toUnsignedLong(root.loadInt(at));
            if (entry != 0) {
                add(PhysicalAddress.of(entry));
            }
        }
    }

    private void add(PhysicalAddress address) {
        if (!fits(address)) {
            report("an ACPI table lies outside of memory");
        } else if (!isIntact(address)) {
            report("the ACPI table " + Signature.name(header(address).signature()) + " has a wrong checksum or length");
        } else if (count == MAXIMUM_TABLES) {
            report("there are too many ACPI tables");
        } else {
            tables[count++] = address.toLong();
        }
    }

    private void report(String text) {
        problem = problem.isEmpty() ? text : problem + "; " + text;
    }

    /** Whether the header and all that it announces can be read. */
    private boolean fits(PhysicalAddress address) {
        long start = address.toLong();
        if (start <= 0 || start > limit - TableHeader.SIZE) {
            return false;
        }
        long length = header(address).length();
        return length < 0 || length > MAXIMUM_SIZE || start <= limit - length;
    }

    private boolean isIntact(PhysicalAddress address) {
        int length = header(address).length();
        return length >= TableHeader.SIZE && length <= MAXIMUM_SIZE && sum(DirectMap.addressOf(address), length) == 0;
    }

    private static TableHeader header(PhysicalAddress address) {
        return RawMemory.at(TableHeader.class, DirectMap.addressOf(address));
    }

    /** Sum of bytes, modulo 256: zero for what is intact. */
    static int sum(Address start, int bytes) {
        int sum = 0;
        for (int i = 0; i < bytes; i++) {
            sum += start.loadByte(i);
        }
        return sum & BYTE_MASK;
    }
}
