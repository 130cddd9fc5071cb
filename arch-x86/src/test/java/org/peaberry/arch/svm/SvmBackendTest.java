/** Detection, and a virtual CPU's registers and exits over a simulated VMCB. */
package org.peaberry.arch.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.virtualization.CodeSize;
import org.peaberry.arch.virtualization.Event;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.SimulatedGuest;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.Virtualization;
import org.peaberry.arch.virtualization.VirtualizationException;
import org.peaberry.runtime.memory.SimulatedMemory;

class SvmBackendTest {
    private final SimulatedGuest guest = new SimulatedGuest();
    private final SvmVirtualCpu cpu = (SvmVirtualCpu) guest.cpu;

    @Test
    void enablingSetsWhatTheManualDemands() {
        assertTrue((guest.processor.readMsr(Msr.EFER) & Efer.SVM) != 0);
        assertTrue(guest.processor.readMsr(Msr.VM_HOST_SAVE_AREA) != 0);
        assertEquals("AMD-V", guest.backend.name());
        assertEquals(0, guest.backend.usedFeatures().length);
    }

    @Test
    void aProcessorWithoutAmdVIsRefusedByName() {
        SimulatedProcessor processor = freshProcessor();
        processor.cpuid(CpuFeature.Leaf.EXTENDED_FEATURES, 0, 0, 0, 0, 0);
        assertRefused("SVM");
    }

    @Test
    void aProcessorWithoutNestedPagingIsRefusedByName() {
        SimulatedProcessor processor = freshProcessor();
        processor.cpuid(CpuFeature.Leaf.SVM, 0, 1, 16, 0, 0);
        assertRefused("nested paging");
    }

    @Test
    void aLockedProcessorIsRefusedByName() {
        SimulatedProcessor processor = freshProcessor();
        processor.writeMsr(Msr.VM_CR, SvmMsr.VM_CR_SVM_DISABLED);
        assertRefused("firmware");
    }

    @Test
    void aPvhKernelStartsFlatWithPagingOff() {
        StartState.protectedMode(cpu, 0x100_0000, 0x7000);
        assertEquals(Cr0.PROTECTION | Cr0.EXTENSION_TYPE, cpu.cr0());
        assertEquals(0x100_0000, cpu.rip());
        assertEquals(0x7000, cpu.registers().rbx());
        assertEquals(0, cpu.efer());
        assertEquals(CodeSize.BITS_32, cpu.codeSize());
        assertEquals(0xC9B, cpu.save.cs().attributes());
        assertEquals(0xC93, cpu.save.ds().attributes());
        assertEquals(0x8B, cpu.save.tr().attributes());
        assertEquals(-1, cpu.save.ss().limit());
        assertEquals(0, cpu.privilegeLevel());
    }

    @Test
    void aStartUpVectorGivesRealModeAtItsPage() {
        StartState.realMode(cpu, 0x9A);
        assertEquals(0x9A00, cpu.selector(SegmentRegister.CS));
        assertEquals(0x9A000, cpu.base(SegmentRegister.CS));
        assertEquals(0, cpu.rip());
        assertEquals(CodeSize.BITS_16, cpu.codeSize());
        assertEquals(0x9B, cpu.save.cs().attributes());
    }

    @Test
    void theGuestDoesNotSeeSvmeButTheProcessorDoes() {
        cpu.efer(Efer.SYSTEM_CALL);
        assertEquals(Efer.SYSTEM_CALL, cpu.efer());
        assertEquals(Efer.SYSTEM_CALL | Efer.SVM, cpu.save.efer());
    }

    @Test
    void attributesSurviveTheVmcbsPacking() {
        int attributes = SegmentAttributes.CODE_EXECUTE_READ | SegmentAttributes.CODE_OR_DATA | SegmentAttributes.PRESENT
                | SegmentAttributes.LONG | SegmentAttributes.GRANULAR;
        cpu.segment(SegmentRegister.CS, 0x33, 5, 6, attributes);
        assertEquals(attributes, cpu.attributes(SegmentRegister.CS));
        assertEquals(0xA9B, cpu.save.cs().attributes());
        assertEquals(0x33, cpu.selector(SegmentRegister.CS));
        assertEquals(5, cpu.base(SegmentRegister.CS));
        assertEquals(6, cpu.limit(SegmentRegister.CS));
    }

    @Test
    void ownedRegistersGoToTheirFields() {
        cpu.msr(Msr.LSTAR, 1);
        cpu.msr(Msr.KERNEL_GS_BASE, 2);
        cpu.msr(Msr.FS_BASE, 3);
        assertEquals(1, cpu.save.lstar());
        assertEquals(2, cpu.save.kernelGsBase());
        assertEquals(3, cpu.base(SegmentRegister.FS));
        assertFalse(cpu.ownsMsr(Msr.EFER));
        assertThrows(IllegalArgumentException.class, () -> cpu.msr(Msr.EFER));
    }

    @Test
    void portAccessesAreDecoded() {
        cpu.control.exitInfo1(0x3F8_0000L | 1 << 4);
        PortAccess out = cpu.portAccess();
        assertEquals(0x3F8, out.port());
        assertEquals(1, out.width());
        assertFalse(out.isInput());
        cpu.control.exitInfo1(0xFFFE_0000L | 4 << 4 | 0b1101);
        PortAccess in = cpu.portAccess();
        assertEquals(0xFFFE, in.port());
        assertEquals(4, in.width());
        assertTrue(in.isInput() && in.isString() && in.isRepeated());
    }

    @Test
    void nestedFaultsAreDecoded() {
        cpu.control.exitInfo2(0xFEC0_0010L);
        cpu.control.exitInfo1(NestedFaultInfo.WRITE | NestedFaultInfo.USER | NestedFaultInfo.FINAL_ACCESS);
        NestedFault fault = cpu.nestedFault();
        assertEquals(0xFEC0_0010L, fault.address().toLong());
        assertTrue(fault.isWrite());
        assertFalse(fault.isFetch() || fault.isMapped() || fault.isTableWalk());
    }

    @Test
    void aTrapFlagSurvivesEmulation() {
        cpu.rflags(cpu.rflags() | org.peaberry.arch.cpu.Rflags.TRAP);
        cpu.rip(0x1000);
        cpu.control.interruptState(InterruptState.SHADOW);
        cpu.advance(2);
        assertEquals(0x1002, cpu.rip());
        assertEquals(0, cpu.control.interruptState());
        assertEquals(Event.exception(1), cpu.control.eventInjection());
        assertTrue((cpu.dr6() & 1 << 14) != 0);
    }

    @Test
    void the32BitInstructionPointerWraps() {
        StartState.protectedMode(cpu, 0xffff_ffffL, 0);
        cpu.advance(2);
        assertEquals(1, cpu.rip());
    }

    @Test
    void destroyGivesAllMemoryBack() {
        int before = guest.host.used();
        guest.backend.createVirtualCpu(guest.machine).destroy();
        assertEquals(before, guest.host.used());
    }

    @Test
    void virtualCpuWithoutEnoughMemoryKeepsNone() {
        int before = guest.host.used();
        for (int frames = 0; frames < 3; frames++) {
            guest.host.leave(frames);
            assertThrows(IllegalStateException.class, () -> guest.backend.createVirtualCpu(guest.machine));
            assertEquals(before, guest.host.used());
        }
    }

    private static SimulatedProcessor freshProcessor() {
        SimulatedMemory.install();
        SimulatedProcessor processor = SimulatedProcessor.install();
        SimulatedGuest.describeProcessor(processor);
        return processor;
    }

    private static void assertRefused(String part) {
        String message = assertThrows(VirtualizationException.class, () -> Virtualization.find(null)).getMessage();
        assertTrue(message.startsWith("no AMD-V: ") && message.contains(part), message);
    }

    @Test
    void taskPriorityIsInTheVirtualInterruptControl() {
        cpu.virtualApic().taskPriority(0x93);
        assertEquals(0x93, cpu.virtualApic().taskPriority());
        assertEquals(VirtualInterrupt.MASKING | 9, cpu.control.virtualInterrupt());
        cpu.control.virtualInterrupt(VirtualInterrupt.MASKING | 5);
        assertEquals(0x50, cpu.virtualApic().taskPriority(), "the guest's CR8 clears the lower bits");
    }

    @Test
    void aWriteOfCr8ExitsWhileItIsWaitedFor() {
        cpu.virtualApic().awaitTaskPriorityBelow(4);
        assertEquals(1 << 24, cpu.control.controlRegisterIntercepts());
        cpu.virtualApic().awaitTaskPriorityBelow(0);
        assertEquals(0, cpu.control.controlRegisterIntercepts());
    }
}
