/** dom0's view of ACPI: firmware's tables where they are, but for those that speak of what the hypervisor owns. */
package org.peaberry.kernel.dom0;

import org.peaberry.arch.acpi.AcpiTables;
import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.arch.acpi.RootPointer;
import org.peaberry.arch.acpi.Signature;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/**
 * New are the root pointer, the XSDT (a list of tables that are known to be harmless), the MADT (dom0's vCPUs, the machine's I/O APICs and
 * overrides) and the FADT (a copy that forbids message signalled interrupts, which would go to the real local APIC with dom0's vectors).
 */
@BootOnly
public final class AcpiBuilder {
    /** Bytes set aside for all tables. */
    public static final long SIZE = 16 << 10;
    private static final int TABLE_ALIGNMENT = 64;
    private static final int XSDT_ENTRIES = 128;
    private static final byte XSDT_REVISION = 1;
    private static final byte MADT_REVISION = 3;
    private static final byte ROOT_REVISION = 2;
    /** Tables that dom0 may see as they are (Xen: pvh_acpi_table_allowed). */
    private static final int[] ALLOWED = {
        Signature.FADT, Signature.MCFG, Signature.of("SSDT"), Signature.of("PSDT"), Signature.of("SBST"), Signature.of("SLIC"),
        Signature.of("MSDM"), Signature.of("WDAT"), Signature.of("BGRT"), Signature.of("TPM2"),
    };

    private final AcpiTables tables;
    private final InterruptTopology topology;
    private final int vcpus;
    private Address next;
    private Address limit;
    private long toGuest;

    /** @param vcpus that dom0 has; the local APIC id of each is twice its number */
    public AcpiBuilder(AcpiTables tables, InterruptTopology topology, int vcpus) {
        this.tables = tables;
        this.topology = topology;
        this.vcpus = vcpus;
    }

    /**
     * Writes all tables.
     *
     * @param host where {@link #SIZE} bytes are that dom0 finds at {@code guest}
     * @return the root pointer's guest-physical address
     */
    public GuestPhysicalAddress build(Address host, GuestPhysicalAddress guest) {
        Memory.fillWords(host.toLong(), 0, SIZE / Long.BYTES);
        next = host;
        limit = host.plus(SIZE);
        toGuest = guest.toLong() - host.toLong();
        Address root = take(AcpiImage.ROOT_SIZE);
        Address madt = writeMadt();
        Address xsdt = writeXsdt(madt);
        writeRoot(root, guestAddress(xsdt));
        return GuestPhysicalAddress.of(guestAddress(root));
    }

    private long guestAddress(Address host) {
        return host.toLong() + toGuest;
    }

    private Address take(long bytes) {
        Address taken = next;
        next = next.plus(bytes).alignUp(TABLE_ALIGNMENT);
        if (limit.isBelow(next)) {
            throw new IllegalStateException("firmware's ACPI tables are larger than what is set aside for dom0's");
        }
        return taken;
    }

    private Address writeMadt() {
        Address start = next;
        int length = new MadtWriter(start, DirectMap.addressOf(tables.find(Signature.MADT)), topology).write(vcpus);
        take(length);
        AcpiSeal.finish(start, Signature.MADT, MADT_REVISION, length);
        return start;
    }

    private Address writeXsdt(Address madt) {
        Address start = take(AcpiImage.HEADER_SIZE + XSDT_ENTRIES * Long.BYTES);
        Address end = start.plus(AcpiImage.HEADER_SIZE);
        for (int i = 0; i < tables.count() && i < XSDT_ENTRIES - 1; i++) {
            int signature = tables.table(i).signature();
            if (isAllowed(signature)) {
                end.store(signature == Signature.FADT ? guestAddress(copyFadt(i)) : tables.address(i).toLong());
                end = end.plus(Long.BYTES);
            }
        }
        end.store(guestAddress(madt));
        AcpiSeal.finish(start, Signature.XSDT, XSDT_REVISION, (int) end.plus(Long.BYTES).distanceFrom(start));
        return start;
    }

    private Address copyFadt(int index) {
        int length = tables.table(index).length();
        Address copy = take(length);
        Memory.copyBytes(copy.toLong(), DirectMap.addressOf(tables.address(index)).toLong(), length);
        AcpiImage.Fixed fixed = RawMemory.at(AcpiImage.Fixed.class, copy);
        fixed.bootFlags((short) (fixed.bootFlags() | AcpiImage.NO_MESSAGE_INTERRUPTS));
        AcpiSeal.sign(copy, length);
        return copy;
    }

    private static boolean isAllowed(int signature) {
        for (int allowed : ALLOWED) {
            if (allowed == signature) {
                return true;
            }
        }
        return false;
    }

    private static void writeRoot(Address at, long xsdt) {
        AcpiImage.Root root = RawMemory.at(AcpiImage.Root.class, at);
        root.signature(RootPointer.SIGNATURE);
        root.maker(AcpiSeal.MAKER);
        root.makerEnd(AcpiSeal.MAKER_END);
        root.revision(ROOT_REVISION);
        root.length(AcpiImage.ROOT_SIZE);
        root.xsdt(xsdt);
        root.checksum(AcpiSeal.complement(at, AcpiImage.OLD_ROOT_SIZE));
        root.extendedChecksum(AcpiSeal.complement(at, AcpiImage.ROOT_SIZE));
    }
}
