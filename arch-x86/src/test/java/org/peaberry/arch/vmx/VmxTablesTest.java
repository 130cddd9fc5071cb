/** Entries of extended page tables, bitmaps, the exit table. */
package org.peaberry.arch.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.SimulatedHostMemory;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class VmxTablesTest {
    private static final PhysicalAddress MEMORY = PhysicalAddress.of(0x4000_0000L);

    @Test
    void leavesHaveTheManualsBits() {
        assertEquals(0x4000_0037L, EptFormat.INSTANCE.leaf(MEMORY, 1, Access.ALL));
        assertEquals(0x4000_00b1L, EptFormat.INSTANCE.leaf(MEMORY, 2, Access.READ));
        assertEquals(0x4000_0043L, EptFormat.INSTANCE.leaf(MEMORY, 1, Access.DEVICE));
    }

    @Test
    void accessSurvivesTheEntry() {
        for (int access : new int[] {Access.READ, Access.READ_WRITE, Access.READ_EXECUTE, Access.ALL, Access.DEVICE}) {
            long entry = EptFormat.INSTANCE.leaf(MEMORY, 3, access);
            assertEquals(access, EptFormat.INSTANCE.access(entry));
            assertTrue(EptFormat.INSTANCE.isPresent(entry) && EptFormat.INSTANCE.isLeaf(entry, 3));
        }
        assertFalse(EptFormat.INSTANCE.isPresent(0));
    }

    @Test
    void bothRangesOfRegistersHaveBitsForReadsAndWrites() {
        SimulatedMemory.install().map(DirectMap.addressOf(MEMORY).toLong(), SimulatedMemory.PAGE_SIZE);
        VmxMsrBitmap bitmap = new VmxMsrBitmap(MEMORY);
        for (int index : new int[] {0, Msr.SYSENTER_CS, 0x1fff, Msr.STAR, Msr.KERNEL_GS_BASE, 0xC000_1fff}) {
            assertTrue(bitmap.interceptsRead(index) && bitmap.interceptsWrite(index));
            bitmap.intercept(index, false, true);
            assertFalse(bitmap.interceptsRead(index));
            assertTrue(bitmap.interceptsWrite(index));
        }
        assertTrue(bitmap.interceptsRead(Msr.VM_CR));
        assertThrows(IllegalArgumentException.class, () -> bitmap.intercept(Msr.VM_CR, false, true));
    }

    @Test
    void portsOfBothBitmapsAreFound() {
        SimulatedMemory.install();
        VmxPermissions permissions = new VmxPermissions(new StructureMemory(new SimulatedHostMemory(16)));
        permissions.allowPorts(0x8000, 1);
        assertEquals((byte) 0xfe, DirectMap.addressOf(permissions.upperPorts()).loadByte());
        assertFalse(permissions.interceptsPort(0x8000));
        assertTrue(permissions.interceptsPort(0x7fff));
    }

    @Test
    void everyExitHasItsReason() {
        for (VmxExit exit : VmxExit.values()) {
            assertEquals(exit.reason(), VmxExitTable.reason(exit.number()), exit.name());
        }
        assertEquals(ExitReason.UNKNOWN, VmxExitTable.reason(35));
        assertEquals(ExitReason.INVALID_STATE, VmxExitTable.reason(VmxExitTable.ENTRY_FAILURE | 33));
        assertNull(VmxExitTable.plainReason(VmxExitTable.ENTRY_FAILURE | 33));
        assertNull(VmxExitTable.plainReason(VmxExit.EXTERNAL_INTERRUPT.number()));
    }
}
