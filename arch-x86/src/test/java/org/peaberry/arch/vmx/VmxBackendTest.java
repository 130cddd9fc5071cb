/** Detection, and a virtual CPU's registers and exits over a simulated VMCS. */
package org.peaberry.arch.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.virtualization.CodeSize;
import org.peaberry.arch.virtualization.Event;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.SimulatedHostMemory;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.Virtualization;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.arch.virtualization.VirtualizationException;
import org.peaberry.runtime.memory.SimulatedMemory;

class VmxBackendTest {
    private SimulatedProcessor processor;
    private SimulatedHostMemory host;
    private VirtualizationBackend backend;
    private VmxVirtualCpu cpu;

    @BeforeEach
    void createGuest() {
        SimulatedMemory.install();
        processor = SimulatedProcessor.install();
        host = new SimulatedHostMemory(64);
        IntelProcessor.describe(processor);
        backend = Virtualization.find(host);
        backend.enable();
        cpu = createCpu();
    }

    private VmxVirtualCpu createCpu() {
        return (VmxVirtualCpu) backend.createVirtualCpu(new VirtualMachine(backend.createNestedPageTable(host), backend.createPermissions(), null));
    }

    @Test
    void enablingEntersVmxOperationWithTheFixedBitsSet() {
        assertTrue(processor.virtualMachines().isOn());
        assertTrue((processor.controlRegister(0) & Cr0.NUMERIC_ERROR) != 0);
        assertTrue((processor.controlRegister(4) & Cr4.VMX) != 0);
        assertEquals("VT-x", backend.name());
        assertEquals("1 GiB pages", backend.usedFeatures()[0]);
    }

    @Test
    void aProcessorWithoutBothIsRefusedByName() {
        processor.cpuid(1, 0, 0, 0, 0, 0);
        assertTrue(assertThrows(VirtualizationException.class, () -> Virtualization.find(host)).getMessage().startsWith("no AMD-V: "));
    }

    private void assertRefused(String part) {
        String message = assertThrows(VirtualizationException.class, () -> Virtualization.find(host)).getMessage();
        assertTrue(message.startsWith("no VT-x: ") && message.contains(part), message);
    }

    @Test
    void aProcessorThatFirmwareLockedIsRefused() {
        processor.writeMsr(Msr.FEATURE_CONTROL, FeatureControl.LOCKED);
        assertRefused("firmware");
    }

    @Test
    void aRegisterThatFirmwareLeftOpenIsLockedByUs() {
        processor.writeMsr(Msr.FEATURE_CONTROL, 0);
        backend.enable();
        assertEquals(FeatureControl.LOCKED | FeatureControl.VMX_OUTSIDE_SMX, processor.readMsr(Msr.FEATURE_CONTROL));
    }

    @Test
    void controlsHaveWhatTheProcessorInsistsOn() {
        cpu.select();
        assertEquals(IntelProcessor.MANDATORY, Vmcs.read(Field32.PROCESSOR_CONTROLS) & IntelProcessor.MANDATORY);
        assertEquals(0, Vmcs.read(Field32.PROCESSOR_CONTROLS) & ProcessorControls.CR3_LOAD_EXITING);
        assertEquals(-1, Vmcs.read(Field64.VMCS_LINK_POINTER));
        assertEquals(1, Vmcs.read(Field16.VPID));
    }

    @Test
    void aPvhKernelStartsFlatWithPagingOff() {
        StartState.protectedMode(cpu, 0x100_0000, 0x7000);
        assertEquals(Cr0.PROTECTION | Cr0.EXTENSION_TYPE, cpu.cr0());
        assertEquals(Cr0.PROTECTION | Cr0.EXTENSION_TYPE | Cr0.NUMERIC_ERROR, Vmcs.read(FieldNatural.GUEST_CR0));
        assertEquals(Cr4.VMX, Vmcs.read(FieldNatural.GUEST_CR4));
        assertEquals(0, cpu.cr4());
        assertEquals(0x100_0000, cpu.rip());
        assertEquals(CodeSize.BITS_32, cpu.codeSize());
        assertEquals(0xC09B, Vmcs.read(Field32.GUEST_CS_ACCESS_RIGHTS));
        assertEquals(0x8B, Vmcs.read(Field32.GUEST_TR_ACCESS_RIGHTS));
    }

    @Test
    void pagingWithLongModeEnabledMakesItActive() {
        cpu.efer(Efer.LONG_MODE_ENABLE);
        cpu.cr0(Cr0.PROTECTION | Cr0.PAGING);
        assertEquals(Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE, cpu.efer());
        assertTrue((Vmcs.read(Field32.ENTRY_CONTROLS) & EntryControls.LONG_MODE_GUEST) != 0);
        cpu.cr0(Cr0.PROTECTION);
        assertEquals(Efer.LONG_MODE_ENABLE, cpu.efer());
        assertEquals(0, Vmcs.read(Field32.ENTRY_CONTROLS) & EntryControls.LONG_MODE_GUEST);
    }

    @Test
    void theGuestSeesItsCacheBitsButTheProcessorDoesNot() {
        cpu.cr0(Cr0.PROTECTION | Cr0.CACHE_DISABLE);
        assertEquals(Cr0.PROTECTION | Cr0.CACHE_DISABLE, cpu.cr0());
        assertEquals(0, Vmcs.read(FieldNatural.GUEST_CR0) & Cr0.CACHE_DISABLE);
    }

    @Test
    void aNullSegmentIsUnusableAndKeepsItsPrivilege() {
        cpu.segment(SegmentRegister.SS, 3, 0, 0, 3 << SegmentAttributes.PRIVILEGE_SHIFT);
        assertTrue((Vmcs.read(Field32.GUEST_SS_ACCESS_RIGHTS) & SegmentFields.UNUSABLE) != 0);
        assertEquals(3, cpu.privilegeLevel());
        assertEquals(0, cpu.attributes(SegmentRegister.SS) & SegmentAttributes.PRESENT);
    }

    @Test
    void registersOfSystemCallsMoveWithTheGuest() {
        cpu.msr(Msr.LSTAR, 0x1234);
        cpu.modelSpecific.load();
        assertEquals(0x1234, processor.readMsr(Msr.LSTAR));
        processor.writeMsr(Msr.LSTAR, 0x5678);
        assertEquals(0x5678, cpu.msr(Msr.LSTAR));
        cpu.modelSpecific.save();
        processor.writeMsr(Msr.LSTAR, 0);
        assertEquals(0x5678, cpu.msr(Msr.LSTAR));
        cpu.msr(Msr.FS_BASE, 9);
        assertEquals(9, cpu.base(SegmentRegister.FS));
        assertFalse(cpu.ownsMsr(Msr.EFER));
        assertThrows(IllegalArgumentException.class, () -> cpu.msr(Msr.EFER));
    }

    @Test
    void portAccessesAreDecoded() {
        cpu.select();
        processor.virtualMachines().set(ReadOnlyNatural.EXIT_QUALIFICATION.encoding(), 0xFFFE_0000L | 0b11_1000 | 3);
        PortAccess in = cpu.portAccess();
        assertEquals(0xFFFE, in.port());
        assertEquals(4, in.width());
        assertTrue(in.isInput() && in.isString() && in.isRepeated());
    }

    @Test
    void nestedFaultsAreDecoded() {
        cpu.select();
        processor.virtualMachines().set(ReadOnly64.GUEST_PHYSICAL_ADDRESS.encoding(), 0xFEC0_0010L);
        processor.virtualMachines().set(ReadOnlyNatural.EXIT_QUALIFICATION.encoding(),
                EptViolation.WRITE | EptViolation.LINEAR_ADDRESS_VALID | EptViolation.FINAL_ACCESS);
        NestedFault fault = cpu.nestedFault();
        assertEquals(0xFEC0_0010L, fault.address().toLong());
        assertTrue(fault.isWrite());
        assertFalse(fault.isFetch() || fault.isMapped() || fault.isTableWalk());
        processor.virtualMachines().set(ReadOnlyNatural.EXIT_QUALIFICATION.encoding(), EptViolation.LINEAR_ADDRESS_VALID);
        assertTrue(cpu.nestedFault().isTableWalk());
    }

    @Test
    void aTrapFlagSurvivesEmulation() {
        cpu.rflags(Rflags.ALWAYS_ONE | Rflags.TRAP);
        cpu.rip(0x1000);
        Vmcs.write(Field32.GUEST_INTERRUPTIBILITY, Interruptibility.BLOCKED_BY_STI | Interruptibility.BLOCKED_BY_NMI);
        cpu.advance(2);
        assertEquals(0x1002, cpu.rip());
        assertEquals(Interruptibility.BLOCKED_BY_NMI, Vmcs.read(Field32.GUEST_INTERRUPTIBILITY));
        assertTrue((cpu.dr6() & 1 << 14) != 0);
        assertFalse(cpu.canAcceptNmi());
    }

    @Test
    void twoGuestsOfOneCpuDoNotMeet() {
        VmxVirtualCpu other = createCpu();
        cpu.cr3(0x1000);
        other.cr3(0x2000);
        assertEquals(0x1000, cpu.cr3());
        assertEquals(0x2000, other.cr3());
    }

    @Test
    void aGuestMovesToAnotherCpuWithItsState() {
        SimulatedProcessor second = secondCpu();
        processor.use();
        cpu.cr3(0x1000);
        cpu.vmcs.launched();
        cpu.vmcs.clear();
        second.use();
        assertEquals(0x1000, cpu.cr3());
        assertFalse(cpu.vmcs.wasLaunched());
    }

    @Test
    void aVmcsThatAnotherCpuHoldsIsNotTouched() {
        SimulatedProcessor second = secondCpu();
        processor.use();
        cpu.cr3(0x1000);
        second.use();
        assertTrue(assertThrows(IllegalStateException.class, () -> cpu.cr3()).getMessage().contains("unload"));
        assertThrows(IllegalStateException.class, () -> cpu.vmcs.clear());
        processor.use();
        assertEquals(0x1000, cpu.cr3());
    }

    private SimulatedProcessor secondCpu() {
        SimulatedProcessor second = processor.installBeside(1);
        IntelProcessor.describe(second);
        second.writeMsr(Msr.GS_BASE, SimulatedProcessor.AREA + SimulatedMemory.PAGE_SIZE);
        backend.enable();
        return second;
    }

    @Test
    void aMachineCheckOfTheGuestsRunIsTheHosts() {
        assertEquals(ExitReason.MACHINE_CHECK, exit(VmxExit.EXCEPTION_OR_NMI, Event.exception(VmxControls.MACHINE_CHECK)));
        assertEquals(ExitReason.EXCEPTION, exit(VmxExit.EXCEPTION_OR_NMI, Event.exception(VmxControls.DEBUG)));
        assertEquals(ExitReason.MACHINE_CHECK, VmxExitTable.reason(VmxExitTable.ENTRY_FAILURE | VmxExit.MACHINE_CHECK_AT_ENTRY.number()));
    }

    private ExitReason exit(VmxExit exit, long event) {
        cpu.select();
        processor.virtualMachines().set(ReadOnly32.EXIT_REASON.encoding(), exit.number());
        processor.virtualMachines().set(ReadOnly32.EXIT_INTERRUPTION_INFORMATION.encoding(), event);
        return cpu.exited(cpu.registers());
    }

    @Test
    void destroyGivesAllMemoryBack() {
        VirtualMachine machine = cpu.machine();
        int before = host.used();
        backend.createVirtualCpu(machine).destroy();
        assertEquals(before, host.used());
    }

    @Test
    void virtualCpuWithoutEnoughMemoryKeepsNone() {
        VirtualMachine machine = cpu.machine();
        int before = host.used();
        for (int frames = 0; frames < 3; frames++) {
            host.leave(frames);
            assertThrows(IllegalStateException.class, () -> backend.createVirtualCpu(machine));
            assertEquals(before, host.used());
        }
    }

    @Test
    void aTaskPriorityLoweredFromOutsideTakesTheThresholdWithIt() {
        cpu.virtualApic().taskPriority(0x90);
        cpu.virtualApic().awaitTaskPriorityBelow(6);
        assertEquals(6, Vmcs.read(Field32.TASK_PRIORITY_THRESHOLD));
        cpu.virtualApic().taskPriority(0x60);
        assertEquals(6, Vmcs.read(Field32.TASK_PRIORITY_THRESHOLD));
        cpu.virtualApic().taskPriority(0x50);
        assertEquals(0, Vmcs.read(Field32.TASK_PRIORITY_THRESHOLD), "an entry fails with a threshold above the priority");
    }

    @Test
    void theExceptionOfIcebpComesBehindIt() {
        cpu.select();
        Vmcs.write(FieldNatural.GUEST_RIP, 0x1000);
        processor.virtualMachines().set(ReadOnly32.EXIT_INSTRUCTION_LENGTH.encoding(), 1);
        assertEquals(ExitReason.EXCEPTION,
                exit(VmxExit.EXCEPTION_OR_NMI, Event.VALID | Event.TYPE_PRIVILEGED_SOFTWARE_EXCEPTION | VmxControls.DEBUG));
        cpu.reflectException();
        assertEquals(0x1001, cpu.rip());
        assertEquals(ExitReason.EXCEPTION, exit(VmxExit.EXCEPTION_OR_NMI, Event.exception(VmxControls.DEBUG)));
        cpu.reflectException();
        assertEquals(0x1000, cpu.rip(), "a fault or a trap of another instruction is where it is");
    }
}
