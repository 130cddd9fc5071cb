/** Model-specific registers: emulated ones work, unknown ones fault, the hypercall page is where the guest wants it. */
package org.peaberry.kernel.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.kernel.interrupt.ApicMode;
import org.peaberry.kernel.interrupt.ApicRegister;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class MsrTest {
    private static final int X2APIC = 0x800;
    private static final long APIC_ENABLED = 0xfee0_0000L | 1 << 11 | 1 << 8;

    private final TrapMachine machine = new TrapMachine();

    private boolean reads(int index) {
        machine.at(0x0F, 0x32);
        machine.registers().rcx(index & 0xffff_ffffL);
        assertTrue(machine.exit(ExitReason.MSR_READ));
        return machine.wentOn(2);
    }

    private long value() {
        return machine.registers().rdx() << Integer.SIZE | machine.registers().rax();
    }

    private boolean writes(int index, long value) {
        machine.at(0x0F, 0x30);
        machine.registers().rcx(index & 0xffff_ffffL);
        machine.registers().rax(value & 0xffff_ffffL);
        machine.registers().rdx(value >>> Integer.SIZE);
        assertTrue(machine.exit(ExitReason.MSR_WRITE));
        return machine.wentOn(2);
    }

    @Test
    void unknownRegistersFault() {
        for (int index : new int[] {0x3, 0x3a, 0x48, 0x7ff, 0x840, 0x1234_5678, 0xC001_0117, -1}) {
            assertFalse(reads(index), "read of 0x" + Integer.toHexString(index));
            assertFalse(writes(index, 0), "write of 0x" + Integer.toHexString(index));
        }
    }

    @Test
    void reservedBitsOfX2ApicRegistersFault() {
        VcpuPlatform.of(machine.machine.vcpu).apic().setMode(ApicMode.X2APIC);
        assertFalse(writes(X2APIC + ApicRegister.TASK_PRIORITY, 0x100));
        assertFalse(writes(X2APIC + ApicRegister.LVT_TIMER, 1 << 19));
        assertFalse(writes(X2APIC + ApicRegister.LVT_ERROR, 1 << 8));
        assertFalse(writes(X2APIC + ApicRegister.INTERRUPT_COMMAND, 1 << 20));
        assertFalse(writes(X2APIC + ApicRegister.SELF_IPI, 1 << 8));
        assertFalse(writes(X2APIC + ApicRegister.END_OF_INTERRUPT, 1));
        assertTrue(writes(X2APIC + ApicRegister.LVT_TIMER, 3 << 17));
        assertTrue(writes(X2APIC + ApicRegister.INTERRUPT_COMMAND, 5L << 32 | 1 << 14));
    }

    @Test
    void x2ApicIsThereOnlyInItsMode() {
        assertFalse(reads(X2APIC + ApicRegister.ID));
        assertTrue(writes(Msr.APIC_BASE, APIC_ENABLED | 1 << 10));
        assertTrue(reads(X2APIC + ApicRegister.ID));
        assertEquals(0, value());
        assertTrue(writes(X2APIC + ApicRegister.TASK_PRIORITY, 0x20));
        assertTrue(reads(X2APIC + ApicRegister.TASK_PRIORITY));
        assertEquals(0x20, value());
        assertFalse(writes(X2APIC + ApicRegister.VERSION, 0));
        assertFalse(reads(X2APIC + ApicRegister.END_OF_INTERRUPT));
        assertFalse(reads(X2APIC + ApicRegister.DESTINATION_FORMAT));
        assertFalse(writes(X2APIC + ApicRegister.TASK_PRIORITY, 1L << 32));
    }

    @Test
    void apicBaseCannotBeMovedAndModesChangeInOrder() {
        assertFalse(writes(Msr.APIC_BASE, 0xfed0_0000L | 1 << 11));
        assertFalse(writes(Msr.APIC_BASE, 0xfee0_0000L | 1 << 10));
        assertTrue(writes(Msr.APIC_BASE, APIC_ENABLED | 1 << 10));
        assertFalse(writes(Msr.APIC_BASE, APIC_ENABLED));
        assertTrue(writes(Msr.APIC_BASE, 0xfee0_0000L));
        assertTrue(reads(Msr.APIC_BASE));
        assertEquals(0xfee0_0000L | 1 << 8, value());
    }

    @Test
    void eferKeepsItsRules() {
        assertFalse(writes(Msr.EFER, Efer.SVM));
        assertTrue(writes(Msr.EFER, Efer.SYSTEM_CALL | Efer.LONG_MODE_ENABLE | Efer.NO_EXECUTE));
        assertEquals(Efer.SYSTEM_CALL | Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE | Efer.NO_EXECUTE, machine.processor.efer());
        machine.processor.cr0(Cr0.PROTECTION | Cr0.PAGING);
        MsrWriteExit handler = new MsrWriteExit();
        machine.registers().rcx(Msr.EFER & 0xffff_ffffL);
        machine.registers().rax(0);
        machine.registers().rdx(0);
        handler.serve(machine.machine.vcpu);
        assertTrue((machine.processor.efer() & Efer.LONG_MODE_ENABLE) != 0, "64-bit mode cannot end while paging is on");
    }

    @Test
    void hypercallPageIsFilledInTheGuestsMemory() {
        long page = TestMachine.DOM0_START + 0x10_0000;
        assertTrue(writes(0x4000_0000, page));
        byte move = DirectMap.addressOf(PhysicalAddress.of(page)).loadByte();
        assertEquals((byte) 0xb8, move);
        assertEquals(32, DirectMap.addressOf(PhysicalAddress.of(page + 32 * 32)).loadInt(1));
    }

    @Test
    void hypercallPageOutsideOfTheGuestsMemoryFaults() {
        assertFalse(writes(0x4000_0000, 0x10_0000));
        assertFalse(writes(0x4000_0000, -4096));
        assertFalse(writes(0x4000_0000, TestMachine.DOM0_START + 1));
    }

    @Test
    void timeStampCounterCanBeSet() {
        machine.host.timeStampCounter(1000, 0);
        assertTrue(writes(Msr.TIME_STAMP_COUNTER, 5000));
        assertEquals(4000, machine.processor.tscOffset());
        assertTrue(reads(Msr.TIME_STAMP_COUNTER));
        assertEquals(5000, value());
    }
}
