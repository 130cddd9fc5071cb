/** Accesses to memory that is not mapped: emulated controllers, the machine's devices, and nothing. */
package org.peaberry.kernel.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.decode.MemoryMappedDevice;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.kernel.interrupt.ApicRegister;
import org.peaberry.kernel.memory.GuestPageType;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

class MemoryExitTest {
    private static final long HOLE = 0xfe00_0000L;
    private static final int LARGE_PAGE_FRAMES = 512;

    private final TrapMachine machine = new TrapMachine();

    private GuestPageType typeAt(long address) {
        return machine.machine.dom0.physicalMap().typeOf(GuestPhysicalAddress.of(address).frame());
    }

    @Test
    void holeIsMappedAtItsOwnAddressInALargePiece() {
        assertEquals(GuestPageType.NONE, typeAt(HOLE + 0x3000));
        assertTrue(machine.platform.holes().map(GuestPhysicalAddress.of(HOLE + 0x3456)));
        GuestFrame last = GuestPhysicalAddress.of(HOLE).frame().plus(LARGE_PAGE_FRAMES - 1);
        assertEquals(last.toLong(), machine.machine.dom0.physicalMap().lookup(last).toLong());
    }

    @Test
    void memoryThatIsNotDom0sIsNeverMapped() {
        assertFalse(machine.platform.holes().map(GuestPhysicalAddress.of(5 * TestMachine.MEGABYTE)));
        assertEquals(GuestPageType.NONE, typeAt(5 * TestMachine.MEGABYTE));
    }

    @Test
    void addressesBeyondTheProcessorsReachAreNotMapped() {
        assertFalse(machine.platform.holes().map(GuestPhysicalAddress.of(1L << 40)));
        assertFalse(machine.platform.holes().map(GuestPhysicalAddress.of(-4096)));
    }

    @Test
    void ioApicAnswersInItsPageAlone() {
        MemoryMappedDevice page = machine.platform.ioApics().at(GuestPhysicalAddress.of(TrapMachine.IO_APIC + 0x10));
        assertNotNull(page);
        assertNull(machine.platform.ioApics().at(GuestPhysicalAddress.of(TrapMachine.IO_APIC + 0x1000)));
        page.write(GuestPhysicalAddress.of(TrapMachine.IO_APIC), 4, 1);
        assertEquals(23, page.read(GuestPhysicalAddress.of(TrapMachine.IO_APIC + 0x10), 4) >> 16 & 0xff);
        assertEquals(0, page.read(GuestPhysicalAddress.of(TrapMachine.IO_APIC + 0x14), 4));
    }

    @Test
    void localApicRegistersAreAlignedWords() {
        LocalApicPage page = VcpuPlatform.of(machine.machine.vcpu).apicPage();
        long taskPriority = LocalApicPage.BASE + (ApicRegister.TASK_PRIORITY << ApicRegister.MMIO_SHIFT);
        page.write(GuestPhysicalAddress.of(taskPriority), 4, 0x30);
        assertEquals(0x30, page.read(GuestPhysicalAddress.of(taskPriority), 4));
        page.write(GuestPhysicalAddress.of(taskPriority + 4), 4, 0x50);
        assertEquals(0x30, page.read(GuestPhysicalAddress.of(taskPriority), 4));
        assertEquals(0, page.read(GuestPhysicalAddress.of(taskPriority + 4), 4));
        long version = LocalApicPage.BASE + (ApicRegister.VERSION << ApicRegister.MMIO_SHIFT);
        assertEquals(5, page.read(GuestPhysicalAddress.of(version + 2), 1));
    }

    @Test
    void nothingReadsAsAllOnes() {
        assertEquals(-1, NoDevice.INSTANCE.read(GuestPhysicalAddress.zero(), 8));
    }

    @Test
    void codeWhereNoMemoryIsRaisesAnExceptionAndTheDomainGoesOn() {
        NestedFault fault = new NestedFault();
        fault.set(GuestPhysicalAddress.of(5 * TestMachine.MEGABYTE), false, true, false, false);
        machine.at(0xF4);
        machine.processor.rflags(Rflags.ALWAYS_ONE | Rflags.INTERRUPT);
        assertTrue(machine.processor.canAcceptInterrupt());
        new MemoryExit(null).serve(machine.machine.vcpu, fault);
        assertFalse(machine.processor.canAcceptInterrupt(), "an exception is on its way");
        assertTrue(machine.wentOn(0));
    }
}
