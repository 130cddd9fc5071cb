/** Good states that a guest is entered in before one field of its VMCS is spoilt. */
package org.peaberry.tests.machine;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.SecondaryControls;
import org.peaberry.arch.vmx.Vmcs;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** The guest's only instruction is a VMCALL at {@link #CODE}. The VMCS of the virtual CPU is current. */
final class EntryModes {
    static final int COUNT = 8;
    static final long CODE = 0x1000;
    private static final String[] NAMES = {"real", "protected", "PAE", "virtual-8086", "compatibility", "64-bit", "64-bit user", "64-bit restricted"};
    private static final long DIRECTORY = 0x12000;
    private static final long POINTERS = 0x13000;
    private static final long ROOT = 0x14000;
    private static final int PRESENT_WRITABLE_USER = 7;
    private static final int PRESENT = 1;
    private static final int LARGE = 0x80;
    private static final int VMCALL = 0xC1010F;
    private static final int USER = SegmentAttributes.PRIVILEGE_MASK << SegmentAttributes.PRIVILEGE_SHIFT;
    private static final int CODE_64 = SegmentAttributes.FLAT_CODE_32 & ~SegmentAttributes.BIG | SegmentAttributes.LONG;
    private static final int CODE_SELECTOR = 0x10;
    private static final int STACK_SELECTOR = 0x18;
    private static final int VIRTUAL_8086 = SegmentAttributes.REAL_MODE_DATA | USER;
    private static final int VIRTUAL_8086_SELECTOR = 0x100;
    private static final int VIRTUAL_8086_LIMIT = 0xffff;

    private EntryModes() {
    }

    static String name(int mode) {
        return NAMES[mode];
    }

    /** Puts the guest's instruction and its page tables into its memory. */
    static void fillMemory() {
        store(CODE, VMCALL);
        store(DIRECTORY, LARGE | PRESENT_WRITABLE_USER);
        store(POINTERS, DIRECTORY | PRESENT_WRITABLE_USER);
        store(ROOT, POINTERS | PRESENT_WRITABLE_USER);
    }

    private static void store(long address, long value) {
        DirectMap.addressOf(PhysicalAddress.of(GuestMemoryBlock.RAM + address)).store(value);
    }

    /** Brings a fresh virtual CPU into a mode. */
    static void enter(VirtualCpu cpu, int mode) {
        switch (mode) {
            case 0 -> StartState.realMode(cpu, (int) (CODE >> 12));
            case 1 -> StartState.protectedMode(cpu, CODE, 0);
            case 2 -> extended(cpu);
            case 3 -> virtual8086(cpu);
            default -> longMode(cpu, mode - 4);
        }
        Vmcs.write(FieldNatural.GUEST_RIP, cpu.rip());
    }

    private static void extended(VirtualCpu cpu) {
        StartState.protectedMode(cpu, CODE, 0);
        cpu.cr4(Cr4.PHYSICAL_ADDRESS_EXTENSION);
        cpu.cr3(POINTERS);
        cpu.cr0(Cr0.PROTECTION | Cr0.PAGING);
        Vmcs.write(Field64.GUEST_PDPTE_0, DIRECTORY | PRESENT);
        restrict();
    }

    private static void virtual8086(VirtualCpu cpu) {
        extended(cpu);
        cpu.rflags(Rflags.ALWAYS_ONE | Rflags.VIRTUAL_8086);
        for (int i = 0; i <= SegmentRegister.GS.ordinal(); i++) {
            cpu.segment(SegmentRegister.of(i), VIRTUAL_8086_SELECTOR, CODE, VIRTUAL_8086_LIMIT, VIRTUAL_8086);
        }
        cpu.rip(0);
    }

    private static void longMode(VirtualCpu cpu, int kind) {
        StartState.protectedMode(cpu, CODE, 0);
        cpu.cr4(Cr4.PHYSICAL_ADDRESS_EXTENSION);
        cpu.cr3(ROOT);
        cpu.efer(Efer.LONG_MODE_ENABLE);
        cpu.cr0(Cr0.PROTECTION | Cr0.PAGING);
        int user = kind == 2 ? USER : 0;
        if (kind > 0) {
            int requested = user >> SegmentAttributes.PRIVILEGE_SHIFT;
            cpu.segment(SegmentRegister.CS, CODE_SELECTOR | requested, 0, -1, CODE_64 | user);
            cpu.segment(SegmentRegister.SS, STACK_SELECTOR | requested, 0, -1, SegmentAttributes.FLAT_DATA_32 | user);
        }
        if (kind > 2) {
            restrict();
        }
    }

    /** Takes the rights of an unrestricted guest. */
    private static void restrict() {
        Vmcs.write(Field32.SECONDARY_CONTROLS, Vmcs.read(Field32.SECONDARY_CONTROLS) & ~SecondaryControls.UNRESTRICTED_GUEST);
    }
}
