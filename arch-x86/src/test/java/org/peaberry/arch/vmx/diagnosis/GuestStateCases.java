/** Ways to break each rule of the guest's other state. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.ControlWord.*;
import static org.peaberry.arch.vmx.diagnosis.GuestStateRule.*;

import java.util.Set;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.ReadOnly32;
import org.peaberry.arch.vmx.SecondaryControls;

final class GuestStateCases {
    private static final long HIGH = 1L << 32;
    private static final int INTERRUPT = EntryControlCases.VALID | 0x30;
    private static final int STI = 1;
    private static final int MOV_SS = 2;
    private static final int SMI = 4;
    private static final int NMI_BLOCKED = 8;
    private static final int ENCLAVE = 16;
    private static final long STEP = 1 << 14;
    private static final long TRANSACTION = 1 << 16 | 1 << 12;
    private static final FieldNatural FLAGS = FieldNatural.GUEST_RFLAGS;
    private static final FieldNatural PENDING = FieldNatural.GUEST_PENDING_DEBUG_EXCEPTIONS;
    private static final Field32 BLOCKING = Field32.GUEST_INTERRUPTIBILITY;
    private static final Field32 ACTIVITY = Field32.GUEST_ACTIVITY;
    private static final Field64 LINK = Field64.VMCS_LINK_POINTER;

    private GuestStateCases() {
    }

    static void addTo(CaseList list) {
        addTables(list);
        addPointers(list);
        addFlags(list);
        addActivity(list);
        addBlocking(list);
        addPending(list);
        addLink(list);
        addPageDirectoryPointers(list);
    }

    private static void addTables(CaseList list) {
        for (FieldNatural field : new FieldNatural[] {FieldNatural.GUEST_GDTR_BASE, FieldNatural.GUEST_IDTR_BASE}) {
            list.add(TABLE_BASE_CANONICAL, field, s -> s.set(field, HostCases.NOT_CANONICAL));
        }
        for (Field32 field : new Field32[] {Field32.GUEST_GDTR_LIMIT, Field32.GUEST_IDTR_LIMIT}) {
            list.add(TABLE_LIMIT, field, s -> s.set(field, 0x1_0000));
        }
    }

    private static void addPointers(CaseList list) {
        FieldNatural stack = FieldNatural.GUEST_SHADOW_STACK_POINTER;
        list.add(RIP_HIGH, FieldNatural.GUEST_RIP, GuestMode.COMPATIBILITY, s -> s.set(FieldNatural.GUEST_RIP, HIGH));
        list.add(RIP_HIGH, FieldNatural.GUEST_RIP, GuestMode.PROTECTED, s -> s.set(FieldNatural.GUEST_RIP, HIGH));
        list.add(RIP_TOP, FieldNatural.GUEST_RIP, s -> s.set(FieldNatural.GUEST_RIP, 1L << 48));
        list.add(SHADOW_STACK_ALIGNMENT, stack, s -> GuestRegisterCases.controlFlow(s).set(stack, 2));
        list.add(SHADOW_STACK_TOP, stack, GuestMode.PROTECTED, s -> GuestRegisterCases.controlFlow(s).set(stack, 1L << 50));
        list.add(SHADOW_STACK_TOP, stack, s -> GuestRegisterCases.controlFlow(s).set(stack, 1L << 48));
        list.add(SHADOW_STACK_TABLE_CANONICAL, FieldNatural.GUEST_SHADOW_STACK_TABLE,
                s -> GuestRegisterCases.controlFlow(s).set(FieldNatural.GUEST_SHADOW_STACK_TABLE, HostCases.NOT_CANONICAL));
    }

    private static void addFlags(CaseList list) {
        for (int bit : new int[] {3, 5, 15, 22, 32, 63}) {
            list.add(RFLAGS_RESERVED, FLAGS, s -> s.with(FLAGS, 1L << bit));
        }
        list.add(RFLAGS_ONE, FLAGS, s -> s.without(FLAGS, Rflags.ALWAYS_ONE));
        list.add(RFLAGS_VIRTUAL_8086, FLAGS, GuestMode.VIRTUAL_8086,
                s -> s.with(SECONDARY, SecondaryControls.UNRESTRICTED_GUEST).without(FieldNatural.GUEST_CR0, Cr0.PROTECTION | Cr0.PAGING));
        list.add(RFLAGS_INTERRUPT, FLAGS, s -> EntryControlCases.inject(s, INTERRUPT).without(FLAGS, Rflags.INTERRUPT));
    }

    private static void addActivity(CaseList list) {
        list.add(ACTIVITY_UNKNOWN, ACTIVITY, s -> s.set(ACTIVITY, 4));
        list.add(ACTIVITY_UNKNOWN, ACTIVITY, s -> s.set(ACTIVITY, 2).msr(Msr.VMX_MISCELLANEOUS, 1 << 6 | 4 << 16));
        list.add(ACTIVITY_HLT_PRIVILEGE, ACTIVITY,
                s -> s.set(ACTIVITY, 1).with(GuestSegment.SS.rightsField, 3 << 5).with(GuestSegment.CS.rightsField, 3 << 5));
        list.add(ACTIVITY_BLOCKED, ACTIVITY, s -> s.set(ACTIVITY, 1).set(BLOCKING, STI));
        list.add(ACTIVITY_BLOCKED, ACTIVITY, s -> s.set(ACTIVITY, 2).set(BLOCKING, MOV_SS));
        list.add(ACTIVITY_EVENT, ACTIVITY, s -> EntryControlCases.inject(s, EntryControlCases.EXCEPTION | 6).set(ACTIVITY, 1));
        list.add(ACTIVITY_EVENT, ACTIVITY, s -> EntryControlCases.inject(s, INTERRUPT).set(ACTIVITY, 2));
        list.add(ACTIVITY_EVENT, ACTIVITY, s -> EntryControlCases.inject(s, EntryControlCases.NMI).set(ACTIVITY, 3));
        list.add(ACTIVITY_SMM, ACTIVITY, GuestMode.LONG, Set.of(EntryControlRule.ENTRY_TO_SMM),
                s -> s.with(ENTRY, EntryControls.ENTRY_TO_SMM).set(BLOCKING, SMI).set(ACTIVITY, 3));
    }

    private static void addBlocking(CaseList list) {
        addBlocking(list, BLOCKING_RESERVED, 1 << 5);
        addBlocking(list, BLOCKING_BOTH, STI | MOV_SS);
        addBlocking(list, BLOCKING_SMI, SMI);
        addBlocking(list, BLOCKING_ENCLAVE_MOV_SS, ENCLAVE | MOV_SS);
        list.add(BLOCKING_ENCLAVE, BLOCKING, s -> GuestRegisterCases.withoutExtensions(s).set(BLOCKING, ENCLAVE));
        list.add(BLOCKING_STI, BLOCKING, s -> s.set(BLOCKING, STI).without(FLAGS, Rflags.INTERRUPT));
        list.add(BLOCKING_INTERRUPT, BLOCKING, s -> EntryControlCases.inject(s, INTERRUPT).set(BLOCKING, STI));
        list.add(BLOCKING_INTERRUPT, BLOCKING, s -> EntryControlCases.inject(s, INTERRUPT).set(BLOCKING, MOV_SS));
        list.add(BLOCKING_NMI_MOV_SS, BLOCKING, s -> EntryControlCases.inject(s, EntryControlCases.NMI).set(BLOCKING, MOV_SS));
        list.add(BLOCKING_NMI_STI, BLOCKING, s -> refused(EntryControlCases.inject(s, EntryControlCases.NMI)).set(BLOCKING, STI));
        list.add(BLOCKING_VIRTUAL_NMI, BLOCKING, s -> EntryControlCases.inject(s, EntryControlCases.NMI).set(BLOCKING, NMI_BLOCKED));
        list.add(BLOCKING_ENTRY_TO_SMM, BLOCKING, GuestMode.LONG, Set.of(EntryControlRule.ENTRY_TO_SMM),
                s -> s.with(ENTRY, EntryControls.ENTRY_TO_SMM));
    }

    private static void addBlocking(CaseList list, Rule rule, int blocking) {
        list.add(rule, BLOCKING, s -> s.set(BLOCKING, blocking));
    }

    /** What the processor says after an entry with invalid guest state. */
    private static Setup refused(Setup setup) {
        return setup.set(ReadOnly32.EXIT_REASON, 0x8000_0021L);
    }

    private static void addPending(CaseList list) {
        for (int bit : new int[] {4, 10, 13, 15, 17, 63}) {
            list.add(PENDING_RESERVED, PENDING, s -> s.set(PENDING, 1L << bit));
        }
        list.add(PENDING_RESERVED, PENDING, s -> GuestRegisterCases.withoutExtensions(s).set(PENDING, 1 << 11));
        list.add(PENDING_STEP_MISSING, PENDING, s -> s.set(BLOCKING, STI).with(FLAGS, Rflags.TRAP));
        list.add(PENDING_STEP_MISSING, PENDING, s -> s.set(ACTIVITY, 1).with(FLAGS, Rflags.TRAP));
        list.add(PENDING_STEP, PENDING, s -> s.set(BLOCKING, MOV_SS).set(PENDING, STEP));
        list.add(PENDING_STEP, PENDING, s -> s.set(BLOCKING, STI).set(PENDING, STEP).with(FLAGS, Rflags.TRAP).set(Field64.GUEST_DEBUG_CONTROL, 2));
        list.add(PENDING_TRANSACTION, PENDING, s -> s.set(PENDING, 1 << 16));
        list.add(PENDING_TRANSACTION, PENDING, s -> s.set(PENDING, TRANSACTION | 1));
        list.add(PENDING_TRANSACTION_ABSENT, PENDING, s -> GuestRegisterCases.withoutExtensions(s).set(PENDING, TRANSACTION));
        list.add(PENDING_TRANSACTION_MOV_SS, PENDING, s -> s.set(PENDING, TRANSACTION).set(BLOCKING, MOV_SS));
    }

    private static void addLink(CaseList list) {
        list.add(LINK_ALIGNMENT, LINK, s -> s.set(LINK, 0x10_0800));
        list.add(LINK_WIDTH, LINK, s -> s.set(LINK, 1L << ModernProcessor.PHYSICAL_WIDTH));
        list.add(LINK_CURRENT, LINK, s -> s.set(LINK, VmcsMap.REGION).memory(VmcsMap.REGION, ModernProcessor.REVISION));
        list.add(LINK_REVISION, LINK, s -> s.set(LINK, 0x6000));
        list.add(LINK_REVISION, LINK, s -> s.set(LINK, 0x6000).memory(0x6000, ModernProcessor.REVISION + 1));
        list.add(LINK_SHADOW, LINK, s -> s.set(LINK, 0x6000).memory(0x6000, ModernProcessor.REVISION | 1 << 31));
        list.add(LINK_SHADOW, LINK, s -> s.with(SECONDARY, SecondaryControls.VMCS_SHADOWING).set(LINK, 0x6000).memory(0x6000, ModernProcessor.REVISION));
    }

    private static void addPageDirectoryPointers(CaseList list) {
        for (Field64 field : new Field64[] {Field64.GUEST_PDPTE_0, Field64.GUEST_PDPTE_1, Field64.GUEST_PDPTE_2, Field64.GUEST_PDPTE_3}) {
            list.add(PDPTE_RESERVED, field, GuestMode.EXTENDED_PAGING, s -> s.set(field, 0x1001 | 1 << 5));
        }
        list.add(PDPTE_RESERVED, Field64.GUEST_PDPTE_0, GuestMode.EXTENDED_PAGING, s -> s.set(Field64.GUEST_PDPTE_0, 1L << 63 | 1));
        list.add(PDPTE_RESERVED, FieldNatural.GUEST_CR3, GuestMode.EXTENDED_PAGING, s -> s.without(SECONDARY, SecondaryControls.EPT)
                .memory(0xB000, 0).memory(0xB004, 0).memory(0xB008, 3).memory(0xB00C, 0));
    }
}
