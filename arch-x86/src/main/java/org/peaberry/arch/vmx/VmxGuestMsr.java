/** Model-specific registers of a guest: some in the VMCS, some in the processor while the guest has it. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

/** The hypervisor uses neither SYSCALL nor SWAPGS, so those registers move only when another virtual CPU gets the CPU. */
final class VmxGuestMsr {
    /** In the order of their numbers. */
    private static final int[] MOVED = {Msr.STAR, Msr.LSTAR, Msr.CSTAR, Msr.SYSTEM_CALL_MASK, Msr.KERNEL_GS_BASE};
    private static final int NONE = -1;

    private final long[] values = new long[MOVED.length];
    private boolean isLoaded;

    static boolean isOwned(int index) {
        return switch (index) {
            case Msr.SYSENTER_CS, Msr.SYSENTER_ESP, Msr.SYSENTER_EIP, Msr.PAGE_ATTRIBUTE_TABLE, Msr.FS_BASE, Msr.GS_BASE -> true;
            default -> place(index) != NONE;
        };
    }

    void load() {
        for (int i = 0; i < MOVED.length; i++) {
            Processor.writeMsr(MOVED[i], values[i]);
        }
        isLoaded = true;
    }

    void save() {
        isLoaded = false;
        for (int i = 0; i < MOVED.length; i++) {
            values[i] = Processor.readMsr(MOVED[i]);
        }
    }

    /** The VMCS is current. */
    long read(int index) {
        return switch (index) {
            case Msr.SYSENTER_CS -> Integer.toUnsignedLong(Vmcs.read(Field32.GUEST_SYSENTER_CS));
            case Msr.SYSENTER_ESP -> Vmcs.read(FieldNatural.GUEST_SYSENTER_ESP);
            case Msr.SYSENTER_EIP -> Vmcs.read(FieldNatural.GUEST_SYSENTER_EIP);
            case Msr.PAGE_ATTRIBUTE_TABLE -> Vmcs.read(Field64.GUEST_PAGE_ATTRIBUTE_TABLE);
            case Msr.FS_BASE -> Vmcs.read(FieldNatural.GUEST_FS_BASE);
            case Msr.GS_BASE -> Vmcs.read(FieldNatural.GUEST_GS_BASE);
            default -> readMoved(checked(index));
        };
    }

    /** The VMCS is current. */
    void write(int index, long value) {
        switch (index) {
            case Msr.SYSENTER_CS -> Vmcs.write(Field32.GUEST_SYSENTER_CS, (int) value);
            case Msr.SYSENTER_ESP -> Vmcs.write(FieldNatural.GUEST_SYSENTER_ESP, value);
            case Msr.SYSENTER_EIP -> Vmcs.write(FieldNatural.GUEST_SYSENTER_EIP, value);
            case Msr.PAGE_ATTRIBUTE_TABLE -> Vmcs.write(Field64.GUEST_PAGE_ATTRIBUTE_TABLE, value);
            case Msr.FS_BASE -> Vmcs.write(FieldNatural.GUEST_FS_BASE, value);
            case Msr.GS_BASE -> Vmcs.write(FieldNatural.GUEST_GS_BASE, value);
            default -> writeMoved(checked(index), value);
        }
    }

    private long readMoved(int place) {
        return isLoaded ? Processor.readMsr(MOVED[place]) : values[place];
    }

    private void writeMoved(int place, long value) {
        values[place] = value;
        if (isLoaded) {
            Processor.writeMsr(MOVED[place], value);
        }
    }

    private static int checked(int index) {
        int place = place(index);
        if (place == NONE) {
            throw new IllegalArgumentException("the guest does not own this model-specific register");
        }
        return place;
    }

    private static int place(int index) {
        for (int i = 0; i < MOVED.length; i++) {
            if (MOVED[i] == index) {
                return i;
            }
        }
        return NONE;
    }
}
