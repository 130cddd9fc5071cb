/** What a virtual CPU's VMCS says of its local APIC, with and without a processor that delivers interrupts. */
package org.peaberry.arch.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.virtualization.ApicPage;
import org.peaberry.arch.virtualization.SimulatedHostMemory;
import org.peaberry.arch.virtualization.VirtualApic;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.VirtualizationOptions;
import org.peaberry.runtime.memory.SimulatedMemory;

class VmxVirtualApicTest {
    private static final int DELIVERY = SecondaryControls.APIC_REGISTER_VIRTUALIZATION | SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY;
    private static final int END_OF_INTERRUPT = 0x80B;
    private static final int TIMER_CURRENT_COUNT = 0x839;

    private SimulatedProcessor processor;
    private SimulatedHostMemory host;
    private VmxBackend backend;
    private VmxVirtualCpu cpu;
    private VirtualApic apic;

    @BeforeEach
    void describe() {
        SimulatedMemory.install();
        processor = SimulatedProcessor.install();
        host = new SimulatedHostMemory(64);
        IntelProcessor.describe(processor);
    }

    private void create(boolean allowed) {
        backend = VmxBackend.create(host, new VirtualizationOptions(allowed, true));
        backend.enable();
        cpu = (VmxVirtualCpu) backend.createVirtualCpu(new VirtualMachine(backend.createNestedPageTable(host), backend.createPermissions(), null));
        apic = cpu.virtualApic();
        cpu.select();
    }

    private int secondary() {
        return Vmcs.read(Field32.SECONDARY_CONTROLS);
    }

    @Test
    void theOptionLeavesItUnused() {
        create(false);
        assertFalse(apic.deliversInterrupts());
        assertEquals(0, secondary() & DELIVERY);
        assertFalse(List.of(backend.usedFeatures()).contains("virtual interrupt delivery"));
    }

    @Test
    void aProcessorWithoutItHasItEmulated() {
        IntelProcessor.forbid(processor, Msr.VMX_SECONDARY_CONTROLS, SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY);
        create(true);
        assertFalse(apic.deliversInterrupts());
        assertEquals(0, secondary() & DELIVERY);
    }

    @Test
    void aProcessorWithItIsToldWhatToDeliver() {
        create(true);
        assertTrue(apic.deliversInterrupts());
        assertEquals(DELIVERY, secondary() & DELIVERY);
        assertTrue(List.of(backend.usedFeatures()).contains("virtual interrupt delivery"));
        apic.publish(0xf3, 0x41);
        assertEquals(0x41f3, Vmcs.read(Field16.GUEST_INTERRUPT_STATUS));
    }

    @Test
    void endsOfLevelTriggeredInterruptsExit() {
        create(true);
        apic.registers().write(ApicPage.TRIGGER_MODE + 1, 1 << 31);
        apic.registers().write(ApicPage.TRIGGER_MODE + 6, 1 << 31);
        apic.triggerModesChanged();
        assertEquals(1L << 63, Vmcs.read(Field64.EOI_EXIT_BITMAP_0));
        assertEquals(0, Vmcs.read(Field64.EOI_EXIT_BITMAP_1));
        assertEquals(1L << 31, Vmcs.read(Field64.EOI_EXIT_BITMAP_3));
    }

    @Test
    void x2ApicRegistersAreOpenInThatModeOnly() {
        create(true);
        VmxPermissions permissions = (VmxPermissions) cpu.machine().permissions();
        assertEquals(permissions.msrBitmap().toLong(), Vmcs.read(Field64.MSR_BITMAPS));
        assertTrue(permissions.interceptsMsrWrite(END_OF_INTERRUPT));
        apic.permit(VirtualApic.Access.X2APIC);
        assertEquals(permissions.x2ApicBitmap().toLong(), Vmcs.read(Field64.MSR_BITMAPS));
        assertTrue((secondary() & SecondaryControls.VIRTUALIZE_X2APIC) != 0);
        VmxMsrBitmap open = new VmxMsrBitmap(host.allocate().address());
        X2ApicMsr.permit(open);
        assertFalse(open.interceptsWrite(END_OF_INTERRUPT));
        assertTrue(open.interceptsRead(END_OF_INTERRUPT) && open.interceptsRead(TIMER_CURRENT_COUNT));
        apic.permit(VirtualApic.Access.EMULATED);
        assertEquals(permissions.msrBitmap().toLong(), Vmcs.read(Field64.MSR_BITMAPS));
        assertEquals(0, secondary() & SecondaryControls.VIRTUALIZE_X2APIC);
    }

    @Test
    void cr8IsTheUpperHalfOfTheTaskPriority() {
        create(false);
        apic.taskPriority(0x53);
        assertEquals(0x53, apic.registers().read(ApicPage.TASK_PRIORITY));
        apic.awaitTaskPriorityBelow(5);
        assertEquals(5, Vmcs.read(Field32.TASK_PRIORITY_THRESHOLD));
        apic.awaitTaskPriorityBelow(0);
        assertEquals(0, Vmcs.read(Field32.TASK_PRIORITY_THRESHOLD));
    }
}
