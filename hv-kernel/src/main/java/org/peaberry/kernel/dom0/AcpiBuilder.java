/** dom0's view of ACPI: firmware's tables where they are, but for those that speak of what the hypervisor owns. */
package org.peaberry.kernel.dom0;

import org.peaberry.arch.acpi.AcpiTables;
import org.peaberry.arch.acpi.InterruptDescription;
import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.arch.acpi.RootPointer;
import org.peaberry.arch.acpi.Signature;
import org.peaberry.arch.acpi.TableHeader;
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
    private static final int ENABLED = 1;
    /** "PEABRY", "PEABERRY", "PBRY". */
    private static final int MAKER = Signature.of("PEAB");
    private static final short MAKER_END = (short) Signature.of("RY");
    private static final long TABLE_ID = Signature.of("PEAB") | (long) Signature.of("ERRY") << Integer.SIZE;
    private static final int CREATOR = Signature.of("PBRY");
    /** Local APIC registers of every guest. */
    private static final int LOCAL_APIC_ADDRESS = 0xfee0_0000;
    /** Tables that dom0 may see as they are (Xen: pvh_acpi_table_allowed). */
    private static final int[] ALLOWED = {
        Signature.FADT, Signature.MCFG, Signature.of("SSDT"), Signature.of("PSDT"), Signature.of("SBST"), Signature.of("SLIC"),
        Signature.of("MSDM"), Signature.of("WDAT"), Signature.of("BGRT"), Signature.of("TPM2"),
    };

    private final AcpiTables tables;
    private final InterruptTopology topology;
    private final int vcpus;
    private Address next;
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
        return taken;
    }

    private Address writeMadt() {
        Address start = next;
        AcpiImage.Madt madt = RawMemory.at(AcpiImage.Madt.class, start);
        madt.localApic(LOCAL_APIC_ADDRESS);
        madt.flags(0);
        Address end = start.plus(AcpiImage.MADT_HEAD_SIZE);
        for (int i = 0; i < vcpus; i++) {
            end = writeLocalApic(end, i);
        }
        for (int i = 0; i < topology.ioApicCount(); i++) {
            end = writeIoApic(end, i);
        }
        end = copyOverrides(end);
        take(end.distanceFrom(start));
        finish(start, Signature.MADT, MADT_REVISION, (int) end.distanceFrom(start));
        return start;
    }

    private static Address writeLocalApic(Address at, int vcpu) {
        AcpiImage.LocalApicEntry entry = RawMemory.at(AcpiImage.LocalApicEntry.class, at);
        entry.type(AcpiImage.LOCAL_APIC);
        entry.length((byte) AcpiImage.LOCAL_APIC_SIZE);
        entry.processor((byte) vcpu);
        entry.id((byte) (vcpu * 2));
        entry.flags(ENABLED);
        return at.plus(AcpiImage.LOCAL_APIC_SIZE);
    }

    private Address writeIoApic(Address at, int index) {
        AcpiImage.IoApicEntry entry = RawMemory.at(AcpiImage.IoApicEntry.class, at);
        entry.type(AcpiImage.IO_APIC);
        entry.length((byte) AcpiImage.IO_APIC_SIZE);
        entry.id((byte) topology.ioApicId(index));
        entry.address((int) topology.ioApicAddress(index).toLong());
        entry.firstLine(topology.ioApicFirstLine(index));
        return at.plus(AcpiImage.IO_APIC_SIZE);
    }

    /** Interrupt source overrides are taken over byte by byte. */
    private Address copyOverrides(Address to) {
        Address table = DirectMap.addressOf(tables.find(Signature.MADT));
        int length = RawMemory.at(TableHeader.class, table).length();
        Address end = to;
        int at = InterruptDescription.SIZE;
        while (at + InterruptDescription.Entry.HEAD <= length) {
            InterruptDescription.Entry entry = RawMemory.at(InterruptDescription.Entry.class, table.plus(at));
            int bytes = entry.length() & 0xff;
            if (bytes < InterruptDescription.Entry.HEAD || bytes > length - at) {
                break;
            }
            if (entry.type() == AcpiImage.OVERRIDE && bytes == AcpiImage.OVERRIDE_SIZE) {
                Memory.copyBytes(end.toLong(), table.toLong() + at, bytes);
                end = end.plus(bytes);
            }
            at += bytes;
        }
        return end;
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
        finish(start, Signature.XSDT, XSDT_REVISION, (int) end.plus(Long.BYTES).distanceFrom(start));
        return start;
    }

    private Address copyFadt(int index) {
        int length = tables.table(index).length();
        Address copy = take(length);
        Memory.copyBytes(copy.toLong(), DirectMap.addressOf(tables.address(index)).toLong(), length);
        AcpiImage.Fixed fixed = RawMemory.at(AcpiImage.Fixed.class, copy);
        fixed.bootFlags((short) (fixed.bootFlags() | AcpiImage.NO_MESSAGE_INTERRUPTS));
        sign(copy, length);
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

    private static void finish(Address table, int signature, byte revision, int length) {
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

    private static void sign(Address table, int length) {
        AcpiImage.Header header = RawMemory.at(AcpiImage.Header.class, table);
        header.checksum((byte) 0);
        header.checksum(complement(table, length));
    }

    private static void writeRoot(Address at, long xsdt) {
        AcpiImage.Root root = RawMemory.at(AcpiImage.Root.class, at);
        root.signature(RootPointer.SIGNATURE);
        root.maker(MAKER);
        root.makerEnd(MAKER_END);
        root.revision(ROOT_REVISION);
        root.length(AcpiImage.ROOT_SIZE);
        root.xsdt(xsdt);
        root.checksum(complement(at, AcpiImage.OLD_ROOT_SIZE));
        root.extendedChecksum(complement(at, AcpiImage.ROOT_SIZE));
    }

    /** What makes the sum of all bytes zero. */
    private static byte complement(Address start, int bytes) {
        int sum = 0;
        for (int i = 0; i < bytes; i++) {
            sum += start.loadByte(i);
        }
        return (byte) -sum;
    }
}
