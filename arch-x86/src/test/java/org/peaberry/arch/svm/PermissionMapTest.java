/** Port and MSR permission maps, bit by bit. */
package org.peaberry.arch.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.SimulatedHostMemory;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class PermissionMapTest {
    private final SimulatedHostMemory host;
    private final SvmPermissions permissions;

    PermissionMapTest() {
        SimulatedMemory.install();
        host = new SimulatedHostMemory(16);
        permissions = new SvmPermissions(new StructureMemory(host));
    }

    @Test
    void everythingIsInterceptedAtFirst() {
        assertTrue(permissions.interceptsPort(0));
        assertTrue(permissions.interceptsPort(GuestPermissions.PORTS - 1));
        assertTrue(permissions.interceptsMsrRead(Msr.EFER));
        assertTrue(permissions.interceptsMsrWrite(Msr.EFER));
        assertTrue(permissions.interceptsMsrRead(Msr.X2APIC_BASE));
        assertTrue(permissions.interceptsMsrWrite(Msr.TSC_AUX));
    }

    @Test
    void registersThatEntryAndExitExchangeAreTheGuestsOwn() {
        for (int index : new int[] {Msr.FS_BASE, Msr.GS_BASE, Msr.KERNEL_GS_BASE, Msr.STAR, Msr.LSTAR, Msr.CSTAR, Msr.SYSTEM_CALL_MASK,
            Msr.SYSENTER_CS, Msr.SYSENTER_ESP, Msr.SYSENTER_EIP, Msr.PAGE_ATTRIBUTE_TABLE}) {
            assertFalse(permissions.interceptsMsrRead(index), Integer.toHexString(index));
            assertFalse(permissions.interceptsMsrWrite(index), Integer.toHexString(index));
        }
    }

    @Test
    void bitsOfARegisterAreWhereTheManualPutsThem() {
        assertEquals(0, bits(permissions.msrMap(), 2 * 0x174));
        permissions.interceptMsr(0x1FFF, false, true);
        permissions.interceptMsr(0xC000_1FFF, true, false);
        permissions.interceptMsr(0xC001_0000, false, true);
        assertEquals(0b10, bits(permissions.msrMap(), 2 * 0x1FFF));
        assertEquals(0b01, bits(permissions.msrMap(), 0x4000 + 2 * 0x1FFF));
        assertEquals(0b10, bits(permissions.msrMap(), 0x8000));
    }

    @Test
    void registersOutsideOfTheMapCannotBePermitted() {
        assertTrue(permissions.interceptsMsrRead(0x4000_0000));
        permissions.interceptMsr(0x4000_0000, true, true);
        assertThrows(IllegalArgumentException.class, () -> permissions.interceptMsr(0x4000_0000, false, true));
        assertThrows(IllegalArgumentException.class, () -> permissions.interceptMsr(0x2000, true, false));
    }

    @Test
    void portsBeyondTheLastStayIntercepted() {
        permissions.allowPorts(0, GuestPermissions.PORTS);
        assertEquals(-1, Memory.loadByte(DirectMap.addressOf(permissions.ports()).toLong() + GuestPermissions.PORTS / Byte.SIZE));
        assertThrows(IllegalArgumentException.class, () -> permissions.allowPorts(0xffff, 2));
        assertThrows(IllegalArgumentException.class, () -> permissions.allowPorts(-1, 1));
    }

    @Property(tries = 200)
    void onlyTheNamedPortsChange(@ForAll @IntRange(max = 0xffff) int first, @ForAll @IntRange(min = 1, max = 40) int wanted) {
        int count = Math.min(wanted, GuestPermissions.PORTS - first);
        permissions.allowPorts(first, count);
        assertEquals(first == 0 || permissions.interceptsPort(first - 1), true);
        for (int port = first; port < first + count; port++) {
            assertFalse(permissions.interceptsPort(port));
        }
        assertTrue(first + count == GuestPermissions.PORTS || permissions.interceptsPort(first + count));
        permissions.interceptPorts(first, count);
        assertTrue(permissions.interceptsPort(first));
    }

    @Test
    void destroyGivesAllMemoryBack() {
        permissions.destroy();
        assertEquals(0, host.used());
    }

    @Test
    void permissionsWithoutEnoughMemoryKeepNone() {
        for (int frames = 0; frames < 6; frames++) {
            host.leave(frames);
            assertThrows(IllegalStateException.class, () -> new SvmPermissions(new StructureMemory(host)));
            assertEquals(2, host.used());
        }
    }

    private static int bits(PhysicalAddress map, int firstBit) {
        return Memory.loadByte(DirectMap.addressOf(map).toLong() + firstBit / Byte.SIZE) >> firstBit % Byte.SIZE & 0b11;
    }
}
