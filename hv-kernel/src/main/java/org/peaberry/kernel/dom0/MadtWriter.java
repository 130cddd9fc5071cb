/** Writes dom0's interrupt table: its vCPUs, the machine's I/O APICs, firmware's overrides. ACPI specification 6.5, section 5.2.12. */
package org.peaberry.kernel.dom0;

import org.peaberry.arch.acpi.InterruptDescription;
import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.arch.acpi.TableHeader;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

@BootOnly
final class MadtWriter {
    /** Local APIC registers of every guest. */
    private static final int LOCAL_APIC_ADDRESS = 0xfee0_0000;
    private static final int ENABLED = 1;

    private final Address start;
    private final Address firmware;
    private final InterruptTopology topology;

    /** @param firmware its own table */
    MadtWriter(Address start, Address firmware, InterruptTopology topology) {
        this.start = start;
        this.firmware = firmware;
        this.topology = topology;
    }

    /** Writes all behind the header; returns the length of the table. */
    int write(int vcpus) {
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
        return (int) copyOverrides(end).distanceFrom(start);
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
        int length = RawMemory.at(TableHeader.class, firmware).length();
        Address end = to;
        int at = InterruptDescription.SIZE;
        while (at + InterruptDescription.Entry.HEAD <= length) {
            InterruptDescription.Entry entry = RawMemory.at(InterruptDescription.Entry.class, firmware.plus(at));
            int bytes = entry.length() & 0xff;
            if (bytes < InterruptDescription.Entry.HEAD || bytes > length - at) {
                break;
            }
            if (entry.type() == AcpiImage.OVERRIDE && bytes == AcpiImage.OVERRIDE_SIZE) {
                Memory.copyBytes(end.toLong(), firmware.toLong() + at, bytes);
                end = end.plus(bytes);
            }
            at += bytes;
        }
        return end;
    }
}
