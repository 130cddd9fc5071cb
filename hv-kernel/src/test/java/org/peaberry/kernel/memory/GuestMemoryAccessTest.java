/** Copies to and from guest memory: pages are crossed, garbage does not fault. */
package org.peaberry.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;
import org.peaberry.runtime.unboxed.HostFrame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GuestMemoryAccessTest {
    private final TestMachine machine = new TestMachine();
    private final GuestMemoryAccess memory = machine.dom0.memory();
    private final Address buffer = DirectMap.addressOf(machine.allocator.allocate(1, FrameUse.HYPERVISOR, FrameOwner.NONE));

    @Property(tries = 60)
    void copyCrossesPagesUnchanged(@ForAll @IntRange(min = 0, max = 8191) int offset, @ForAll @IntRange(min = 0, max = 8192) int bytes) {
        for (int i = 0; i < bytes; i++) {
            buffer.store(i, (byte) (i * 31 + 7));
        }
        GuestPhysicalAddress place = GuestPhysicalAddress.of(TestMachine.DOM0_START + offset);
        assertTrue(memory.write(place, buffer, bytes));
        for (int i = 0; i < bytes; i++) {
            buffer.store(i, (byte) 0);
        }
        assertTrue(memory.read(place, buffer, bytes));
        for (int i = 0; i < bytes; i++) {
            assertEquals((byte) (i * 31 + 7), buffer.loadByte(i));
        }
    }

    @Property
    void garbageAddressesAreRefusedNotFollowed(@ForAll long address, @ForAll @IntRange(min = 1, max = 4096) int bytes) {
        long end = TestMachine.DOM0_START + (TestMachine.DOM0_FRAMES << HostFrame.SHIFT);
        boolean inside = address >= TestMachine.DOM0_START && address <= end - bytes;
        assertEquals(inside, memory.read(GuestPhysicalAddress.of(address), buffer, bytes));
        assertEquals(inside, memory.write(machine.vcpu.translation(), GuestVirtualAddress.of(address), buffer, bytes));
    }

    @Test
    void copyStopsAtTheEndOfMemory() {
        long end = TestMachine.DOM0_START + (TestMachine.DOM0_FRAMES << HostFrame.SHIFT);
        assertTrue(memory.read(GuestPhysicalAddress.of(end - 8), buffer, 8));
        assertFalse(memory.read(GuestPhysicalAddress.of(end - 8), buffer, 9));
    }

    @Test
    void devicePagesAreNotMemory() {
        assertFalse(memory.read(GuestPhysicalAddress.of(0xfee00020L), buffer, 4));
        assertTrue(memory.addressOf(GuestPhysicalAddress.of(0xfee00020L)).isZero());
    }

    @Test
    void readOnlyPageIsReadButNotWritten() {
        machine.dom0.physicalMap().map(GuestFrame.of(0x50), machine.dom0.sharedInfoFrame(), 1, Access.READ);
        assertTrue(memory.read(GuestPhysicalAddress.of(0x50000), buffer, 16));
        assertFalse(memory.write(GuestPhysicalAddress.of(0x50000), buffer, 16));
        assertTrue(memory.writableAddressOf(GuestPhysicalAddress.of(0x50000)).isZero());
    }

    @Test
    void copiesLeaveNoReferenceBehind() {
        HostFrame frame = HostFrame.of(TestMachine.DOM0_START >> HostFrame.SHIFT);
        memory.read(GuestPhysicalAddress.of(TestMachine.DOM0_START + 4000), buffer, 200);
        assertEquals(1, machine.simulated.table().references(frame));
    }
}
