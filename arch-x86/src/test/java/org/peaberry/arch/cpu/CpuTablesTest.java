/** Descriptor encodings and what a CPU is given at boot. */
package org.peaberry.arch.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

class CpuTablesTest {
    private static final Address STACKS = Address.of(0xffff_82d0_8030_0000L);

    private SimulatedProcessor processor;

    @BeforeEach
    void installMachine() {
        SimulatedMemory.install();
        processor = SimulatedProcessor.install();
    }

    @Test
    void codeAndDataDescriptorsAreThoseOfTheBootCode() {
        assertEquals(0x00AF_9B00_0000_FFFFL, SegmentDescriptor.CODE);
        assertEquals(0x00CF_9300_0000_FFFFL, SegmentDescriptor.DATA);
    }

    @Test
    void taskStateDescriptorHoldsAllOfABase() {
        Address base = Address.of(0x1234_5678_9ABC_DEF0L);
        assertEquals(0x9A00_89BC_DEF0_0067L, SegmentDescriptor.taskStateLow(base, TaskState.SIZE));
        assertEquals(0x1234_5678L, SegmentDescriptor.taskStateHigh(base));
    }

    @Test
    void installingLoadsTablesAndSetsTheInterruptStacks() {
        CpuTables.install(STACKS);
        PerCpuArea area = PerCpu.area();
        assertEquals(SimulatedProcessor.AREA + PerCpuArea.TABLE_REGISTER, processor.loadedGdt);
        assertEquals(Selector.TASK_STATE, processor.taskRegister);
        assertEquals(STACKS.plus(0x9000), area.stackTop());
        assertEquals(STACKS.plus(0xD000), area.taskState().interruptStack(0));
        assertEquals(STACKS.plus(0x1_1000), area.taskState().interruptStack(1));
        assertEquals(STACKS.plus(0x1_5000), area.taskState().interruptStack(2));
        assertEquals(CpuStack.AREA_SIZE, 0x1_5000);
        assertEquals(SegmentDescriptor.CODE, area.descriptors().slot(1));
    }

    @Test
    void pendingWorkIsRaisedAndTakenByBit() {
        PerCpu.raise(3);
        PerCpu.raise(40);
        assertEquals(1L << 3 | 1L << 40, PerCpu.pendingWork());
        assertTrue(PerCpu.take(3));
        assertFalse(PerCpu.take(3));
        assertEquals(1L << 40, PerCpu.takeAll());
        assertEquals(0, PerCpu.pendingWork());
    }

    @Test
    void featuresOfLeavesThatAreNotThereAreAbsent() {
        processor.cpuid(0, 0, 1, 0, 0, 0);
        processor.cpuid(1, 0, 0, 0, 1 << 21, 0);
        processor.cpuid(7, 0, 0, -1, 0, 0);
        assertTrue(Cpuid.has(CpuFeature.X2APIC));
        assertFalse(Cpuid.has(CpuFeature.SMEP));
        assertFalse(Cpuid.has(CpuFeature.SVM));
    }

    @Test
    void anUnsetModelSpecificRegisterIsNoticed() {
        assertThrows(IllegalStateException.class, () -> Processor.readMsr(Msr.EFER));
    }
}
