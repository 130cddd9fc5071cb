/** The machine's CPUs, I/O APICs and interrupt lines, as the MADT says. */
package org.peaberry.arch.acpi;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Lines are global system interrupts. Those below 16 are ISA's: edge-triggered and active high unless an override says otherwise; others are PCI's: level, active low. */
public final class InterruptTopology {
    /** CPUs and I/O APICs that are kept. */
    public static final int MAXIMUM_CPUS = 256;
    public static final int MAXIMUM_IO_APICS = 16;
    /** Lines that ISA devices can have. */
    public static final int ISA_LINES = 16;

    private static final int BYTE_MASK = 0xff;
    /** Flags of an override: MPS INTI flags, ACPI specification 6.5, table 5.26. */
    private static final int POLARITY_MASK = 3;
    private static final int ACTIVE_LOW = 3;
    private static final int TRIGGER_SHIFT = 2;
    private static final int TRIGGER_MASK = 3;
    private static final int LEVEL = 3;

    private final int[] cpus = new int[MAXIMUM_CPUS];
    private int cpuCount;
    private final int[] ioApicIds = new int[MAXIMUM_IO_APICS];
    private final long[] ioApicAddresses = new long[MAXIMUM_IO_APICS];
    private final int[] ioApicFirstLines = new int[MAXIMUM_IO_APICS];
    private int ioApicCount;
    private final int[] isaLines = new int[ISA_LINES];
    private final int[] isaFlags = new int[ISA_LINES];
    private long localApic;

    private InterruptTopology() {
        for (int i = 0; i < ISA_LINES; i++) {
            isaLines[i] = i;
        }
    }

    /** @throws AcpiException when there is no MADT */
    @BootOnly
    public static InterruptTopology read(AcpiTables tables) {
        PhysicalAddress address = tables.find(Signature.MADT);
        if (address.isZero()) {
            throw new AcpiException("the ACPI table APIC is missing: enable the I/O APIC in the firmware's set-up");
        }
        InterruptTopology result = new InterruptTopology();
        result.readTable(DirectMap.addressOf(address));
        return result;
    }

    private void readTable(Address start) {
        InterruptDescription table = RawMemory.at(InterruptDescription.class, start);
        localApic = Integer.toUnsignedLong(table.localApic());
        int end = table.length();
        int at = InterruptDescription.SIZE;
        while (at + InterruptDescription.Entry.HEAD <= end) {
            InterruptDescription.Entry entry = RawMemory.at(InterruptDescription.Entry.class, start.plus(at));
            int length = entry.length() & BYTE_MASK;
            if (length < InterruptDescription.Entry.HEAD || length > end - at) {
                return;
            }
            readEntry(entry, length);
            at += length;
        }
    }

    private void readEntry(InterruptDescription.Entry entry, int length) {
        switch (entry.type()) {
            case InterruptDescription.Entry.LOCAL_APIC -> {
                if (length >= InterruptDescription.Entry.LOCAL_APIC_SIZE) {
                    addCpu(entry.localApicId() & BYTE_MASK, entry.localApicFlags());
                }
            }
            case InterruptDescription.Entry.LOCAL_X2APIC -> {
                if (length >= InterruptDescription.Entry.LOCAL_X2APIC_SIZE) {
                    addCpu(entry.x2apicId(), entry.x2apicFlags());
                }
            }
            case InterruptDescription.Entry.IO_APIC -> {
                if (length >= InterruptDescription.Entry.IO_APIC_SIZE) {
                    addIoApic(entry);
                }
            }
            case InterruptDescription.Entry.INTERRUPT_OVERRIDE -> {
                if (length >= InterruptDescription.Entry.INTERRUPT_OVERRIDE_SIZE) {
                    addOverride(entry);
                }
            }
            case InterruptDescription.Entry.LOCAL_APIC_ADDRESS -> {
                if (length >= InterruptDescription.Entry.LOCAL_APIC_ADDRESS_SIZE) {
                    localApic = entry.localApicAddress();
                }
            }
            default -> { }
        }
    }

    private void addCpu(int id, int flags) {
        if ((flags & InterruptDescription.Entry.ENABLED) != 0 && cpuCount < MAXIMUM_CPUS) {
            cpus[cpuCount++] = id;
        }
    }

    private void addIoApic(InterruptDescription.Entry entry) {
        if (ioApicCount < MAXIMUM_IO_APICS) {
            ioApicIds[ioApicCount] = entry.ioApicId() & BYTE_MASK;
            ioApicAddresses[ioApicCount] = Integer.toUnsignedLong(entry.ioApicAddress());
            ioApicFirstLines[ioApicCount++] = entry.ioApicFirstLine();
        }
    }

    private void addOverride(InterruptDescription.Entry entry) {
        int source = entry.overrideSource() & BYTE_MASK;
        if (source < ISA_LINES) {
            isaLines[source] = entry.overrideLine();
            isaFlags[source] = entry.overrideFlags();
        }
    }

    /** Where the local APICs' registers are. */
    public PhysicalAddress localApic() {
        return PhysicalAddress.of(localApic);
    }

    /** CPUs that can be started, the running one included. */
    public int cpuCount() {
        return cpuCount;
    }

    /** Local APIC id of a CPU. */
    public int cpuApicId(int index) {
        return cpus[index];
    }

    public int ioApicCount() {
        return ioApicCount;
    }

    public int ioApicId(int index) {
        return ioApicIds[index];
    }

    public PhysicalAddress ioApicAddress(int index) {
        return PhysicalAddress.of(ioApicAddresses[index]);
    }

    /** The line of an I/O APIC's first pin. */
    public int ioApicFirstLine(int index) {
        return ioApicFirstLines[index];
    }

    /** The line that an ISA interrupt 0..15 arrives on. */
    public int lineOfIsa(int isa) {
        return isaLines[isa];
    }

    /** Whether a line is level-triggered. */
    public boolean isLevel(int line) {
        int isa = isaOfLine(line);
        return isa < 0 ? line >= ISA_LINES : (isaFlags[isa] >>> TRIGGER_SHIFT & TRIGGER_MASK) == LEVEL;
    }

    /** Whether a line is active low. */
    public boolean isActiveLow(int line) {
        int isa = isaOfLine(line);
        return isa < 0 ? line >= ISA_LINES : (isaFlags[isa] & POLARITY_MASK) == ACTIVE_LOW;
    }

    private int isaOfLine(int line) {
        for (int i = 0; i < ISA_LINES; i++) {
            if (isaLines[i] == line) {
                return i;
            }
        }
        return -1;
    }
}
