/** A VMCS that breaks no rule, in any mode of the guest: what tests begin with. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.PinControls;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.SecondaryControls;

final class ValidVmcs {
    static final long VIRTUAL_APIC = 0xA000;
    private static final long PAT = 0x0007_0406_0007_0406L;
    private static final long HIGH = 0xffff_8000_0000_0000L;
    private static final int CODE_32 = 0xC09B;
    private static final int CODE_64 = 0xA09B;
    private static final int DATA_32 = 0xC093;
    private static final int REAL_MODE = 0x93;
    private static final int VIRTUAL_8086 = 0xF3;
    private static final int UNUSABLE = 0x1_0000;

    private ValidVmcs() {
    }

    static VmcsMap of(GuestMode mode) {
        VmcsMap vmcs = new VmcsMap();
        controls(vmcs, mode);
        host(vmcs);
        registers(vmcs, mode);
        segments(vmcs, mode);
        vmcs.memory(VIRTUAL_APIC + 0x80, 0x30);
        return vmcs;
    }

    private static void controls(VmcsMap vmcs, GuestMode mode) {
        boolean hasEpt = mode != GuestMode.LONG_WITHOUT_EPT;
        vmcs.set(Field32.PIN_CONTROLS, ModernProcessor.PIN_MANDATORY | PinControls.EXTERNAL_INTERRUPT_EXITING | PinControls.NMI_EXITING
                | PinControls.VIRTUAL_NMIS);
        vmcs.set(Field32.PROCESSOR_CONTROLS, ModernProcessor.PRIMARY_MANDATORY | ProcessorControls.TASK_PRIORITY_SHADOW | ProcessorControls.IO_BITMAPS
                | ProcessorControls.MSR_BITMAPS | ProcessorControls.SECONDARY_CONTROLS);
        vmcs.set(Field32.SECONDARY_CONTROLS, SecondaryControls.VPID | (hasEpt ? SecondaryControls.EPT : 0)
                | (mode == GuestMode.REAL || mode == GuestMode.PROTECTED || mode == GuestMode.LONG ? SecondaryControls.UNRESTRICTED_GUEST : 0));
        vmcs.set(Field32.EXIT_CONTROLS, ModernProcessor.EXIT_MANDATORY | ExitControls.HOST_ADDRESS_SPACE_64 | ExitControls.LOAD_EFER
                | ExitControls.LOAD_PAGE_ATTRIBUTE_TABLE);
        vmcs.set(Field32.ENTRY_CONTROLS, ModernProcessor.ENTRY_MANDATORY | EntryControls.LOAD_DEBUG_CONTROLS | EntryControls.LOAD_EFER
                | EntryControls.LOAD_PAGE_ATTRIBUTE_TABLE | (mode.isLong() ? EntryControls.LONG_MODE_GUEST : 0));
        vmcs.set(Field16.VPID, 1);
        vmcs.set(Field64.IO_BITMAP_A, 0x1000);
        vmcs.set(Field64.IO_BITMAP_B, 0x2000);
        vmcs.set(Field64.MSR_BITMAPS, 0x3000);
        vmcs.set(Field64.VIRTUAL_APIC_ADDRESS, VIRTUAL_APIC);
        vmcs.set(Field64.EPT_POINTER, 0x7000 | 6 | 3 << 3);
        vmcs.set(Field64.VMCS_LINK_POINTER, -1);
    }

    private static void host(VmcsMap vmcs) {
        vmcs.set(FieldNatural.HOST_CR0, Cr0.PROTECTION | Cr0.NUMERIC_ERROR | Cr0.WRITE_PROTECT | Cr0.PAGING);
        vmcs.set(FieldNatural.HOST_CR3, 0x9000);
        vmcs.set(FieldNatural.HOST_CR4, Cr4.VMX | Cr4.PHYSICAL_ADDRESS_EXTENSION);
        vmcs.set(Field64.HOST_EFER, Efer.SYSTEM_CALL | Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE | Efer.NO_EXECUTE);
        vmcs.set(Field64.HOST_PAGE_ATTRIBUTE_TABLE, PAT);
        vmcs.set(Field16.HOST_CS_SELECTOR, 8);
        vmcs.set(Field16.HOST_SS_SELECTOR, 16);
        vmcs.set(Field16.HOST_TR_SELECTOR, 24);
        vmcs.set(FieldNatural.HOST_GS_BASE, HIGH);
        vmcs.set(FieldNatural.HOST_GDTR_BASE, HIGH);
        vmcs.set(FieldNatural.HOST_IDTR_BASE, HIGH);
        vmcs.set(FieldNatural.HOST_TR_BASE, HIGH);
        vmcs.set(FieldNatural.HOST_RIP, HIGH);
    }

    private static void registers(VmcsMap vmcs, GuestMode mode) {
        boolean isFree = mode == GuestMode.REAL || mode == GuestMode.PROTECTED;
        vmcs.set(FieldNatural.GUEST_CR0, Cr0.NUMERIC_ERROR | (mode == GuestMode.REAL ? 0 : Cr0.PROTECTION) | (isFree ? 0 : Cr0.PAGING));
        vmcs.set(FieldNatural.GUEST_CR3, 0xB000);
        vmcs.set(FieldNatural.GUEST_CR4, Cr4.VMX | (mode.hasPaging() ? Cr4.PHYSICAL_ADDRESS_EXTENSION : 0));
        vmcs.set(Field64.GUEST_EFER, mode.isLong() ? Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE : 0);
        vmcs.set(Field64.GUEST_PAGE_ATTRIBUTE_TABLE, PAT);
        vmcs.set(FieldNatural.GUEST_DR7, 0x400);
        vmcs.set(FieldNatural.GUEST_RIP, mode.isLong() && mode != GuestMode.COMPATIBILITY ? HIGH : 0x1000);
        vmcs.set(FieldNatural.GUEST_RFLAGS, Rflags.ALWAYS_ONE | Rflags.INTERRUPT | (mode == GuestMode.VIRTUAL_8086 ? Rflags.VIRTUAL_8086 : 0));
        vmcs.set(Field32.GUEST_GDTR_LIMIT, 0xffff);
        vmcs.set(Field32.GUEST_IDTR_LIMIT, 0xffff);
        vmcs.set(Field64.GUEST_PDPTE_0, 0x1001);
    }

    private static void segments(VmcsMap vmcs, GuestMode mode) {
        for (int i = 0; i < GuestSegment.codeAndData(); i++) {
            GuestSegment segment = GuestSegment.of(i);
            switch (mode) {
                case REAL -> segment(vmcs, segment, 0, 0, 0xffff, REAL_MODE);
                case VIRTUAL_8086 -> segment(vmcs, segment, 0x123, 0x1230, 0xffff, VIRTUAL_8086);
                case PROTECTED, EXTENDED_PAGING, COMPATIBILITY -> segment(vmcs, segment, 0x10, 0, -1, segment == GuestSegment.CS ? CODE_32 : DATA_32);
                case LONG, LONG_WITHOUT_EPT -> segment(vmcs, segment, 0x10, 0, -1, segment == GuestSegment.CS ? CODE_64 : DATA_32);
            }
        }
        segment(vmcs, GuestSegment.LDTR, 0, 0, 0, UNUSABLE);
        segment(vmcs, GuestSegment.TR, 0x28, mode.isLong() ? HIGH : 0, 0x67, mode == GuestMode.REAL ? 0x83 : 0x8B);
    }

    static void segment(VmcsMap vmcs, GuestSegment segment, int selector, long base, int limit, int rights) {
        vmcs.set(segment.selectorField, selector);
        vmcs.set(segment.baseField, base);
        vmcs.set(segment.limitField, limit);
        vmcs.set(segment.rightsField, rights);
    }
}
