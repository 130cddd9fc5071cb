/** The VMCS that the backend makes, in every mode that a guest starts in or goes to, breaks no rule; a wrong one is reported. */
package org.peaberry.arch.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.SimulatedHostMemory;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.VirtualizationOptions;
import org.peaberry.runtime.exception.StackTrace;
import org.peaberry.runtime.memory.SimulatedMemory;

class BackendEntryTest {
    private static final String GOOD = "No rule of the manual";

    private SimulatedProcessor processor;
    private VmxBackend backend;
    private VmxVirtualCpu cpu;

    @BeforeEach
    void createGuest() {
        SimulatedMemory.install();
        processor = SimulatedProcessor.install();
        IntelProcessor.describe(processor);
        processor.writeMsr(Msr.EFER, Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE);
        SimulatedHostMemory host = new SimulatedHostMemory(64);
        backend = VmxBackend.create(host, VirtualizationOptions.DEFAULT);
        backend.enable();
        processor.controlRegister(0, Cr0.PROTECTION | Cr0.NUMERIC_ERROR | Cr0.PAGING);
        processor.controlRegister(3, host.allocate().address().toLong());
        processor.controlRegister(4, processor.controlRegister(4) | Cr4.PHYSICAL_ADDRESS_EXTENSION);
        cpu = (VmxVirtualCpu) backend.createVirtualCpu(new VirtualMachine(backend.createNestedPageTable(host), backend.createPermissions(), null));
        hostState();
    }

    /** What load() writes of the host, without symbols of the image. */
    private static void hostState() {
        Vmcs.write(FieldNatural.HOST_CR0, Cr0.PROTECTION | Cr0.NUMERIC_ERROR | Cr0.PAGING);
        Vmcs.write(FieldNatural.HOST_CR4, Cr4.VMX | Cr4.PHYSICAL_ADDRESS_EXTENSION);
        Vmcs.write(Field64.HOST_EFER, Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE);
        Vmcs.write(Field16.HOST_CS_SELECTOR, 8);
        Vmcs.write(Field16.HOST_TR_SELECTOR, 24);
    }

    private String report(int reason) {
        StringBuilder text = new StringBuilder();
        backend.diagnose(cpu.region, reason, new StackTrace.Printer() {
            @Override
            public void print(int character) {
                text.append((char) character);
            }
        });
        return text.toString();
    }

    private void assertGood() {
        String report = report(33);
        assertTrue(report.contains(GOOD) && !report.contains("refused"), report);
    }

    @Test
    void bothStartStatesAreGood() {
        assertGood();
        StartState.protectedMode(cpu, 0x100_0000, 0x7000);
        assertGood();
        StartState.realMode(cpu, 0x9A);
        assertGood();
    }

    @Test
    void longModeIsGood() {
        StartState.protectedMode(cpu, 0x100_0000, 0x7000);
        cpu.cr4(Cr4.PHYSICAL_ADDRESS_EXTENSION);
        cpu.efer(Efer.LONG_MODE_ENABLE | Efer.SYSTEM_CALL);
        cpu.cr0(Cr0.PROTECTION | Cr0.PAGING);
        assertGood();
        cpu.segment(SegmentRegister.CS, 16, 0, -1, SegmentAttributes.FLAT_CODE_32 & ~SegmentAttributes.BIG | SegmentAttributes.LONG);
        Vmcs.write(FieldNatural.GUEST_RIP, 0xffff_ffff_8100_0000L);
        assertGood();
    }

    @Test
    void aUserProcessWithNullSegmentsIsGood() {
        longModeIsGood();
        int user = SegmentAttributes.PRIVILEGE_MASK << SegmentAttributes.PRIVILEGE_SHIFT;
        cpu.segment(SegmentRegister.CS, 0x33, 0, -1, SegmentAttributes.FLAT_CODE_32 & ~SegmentAttributes.BIG | SegmentAttributes.LONG | user);
        cpu.segment(SegmentRegister.SS, 0x2B, 0, -1, SegmentAttributes.FLAT_DATA_32 | user);
        cpu.segment(SegmentRegister.DS, 0, 0, 0, 0);
        cpu.rflags(Rflags.ALWAYS_ONE | Rflags.INTERRUPT);
        cpu.injectInterrupt(0x30);
        assertGood();
    }

    @Test
    void aBrokenVmcsIsReportedWithSectionFieldValueAndRule() {
        longModeIsGood();
        Vmcs.write(Field32.GUEST_CS_ACCESS_RIGHTS, 0xe09b);
        assertEquals("VM entry failed: exit reason 33, invalid guest state\n"
                + "VM entry refused, SDM 26.3.1.2: guest CS access rights 0xe09b: L (bit 13) and D (bit 14) must not both be 1 in IA-32e mode\n", report(33));
    }

    @Test
    void bitsThatTheProcessorFixesAreNumbered() {
        Vmcs.write(Field32.PIN_CONTROLS, 0x28);
        String report = report(7);
        assertTrue(report.startsWith("VM entry failed: VM-instruction error 7, invalid control fields\n"), report);
        assertTrue(report.contains("SDM 26.2.1.1: pin controls 0x28: "), report);
        assertTrue(report.contains("must be 1; wrong: bits 4, 2, 1\n"), report);
    }

    @Test
    void theQualificationIsExplained() {
        processor.virtualMachines().set(ReadOnlyNatural.EXIT_QUALIFICATION.encoding(), 4);
        assertTrue(report(33).startsWith("VM entry failed: exit reason 33, invalid guest state (qualification 4: VMCS link pointer)\n"));
    }

    @Test
    void aRefusalThatNoRuleExplainsShowsTheFields() {
        String report = report(33);
        assertTrue(report.contains("  guest CR0 0x30") || report.contains(", guest CR0 0x30"), report);
        assertTrue(report.contains("pin controls 0x") && report.contains("VMCS link pointer 0xffffffffffffffff"), report);
        assertFalse(report.contains("host CS selector"), report);
        assertTrue(report(8).contains("host CS selector 0x8"));
    }

    @Test
    void otherErrorsAreNamed() {
        assertEquals("VM entry failed: VM-instruction error 5, VMRESUME of a VMCS that was not launched since VMCLEAR\n", report(5));
        assertEquals("VM entry failed: VM-instruction error 0, there is no current VMCS\n", report(0));
        assertEquals("VM entry failed: exit reason 41, a machine check during the entry\n", report(41));
    }
}
