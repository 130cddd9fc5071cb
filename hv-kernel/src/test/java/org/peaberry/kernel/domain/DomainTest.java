/** Domains: faults stay in them, and nothing of theirs is left when they are gone. */
package org.peaberry.kernel.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.paging.LongModeFormat;
import org.peaberry.arch.paging.PageTable;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.kernel.memory.FrameReference;
import org.peaberry.kernel.memory.GuestPageType;
import org.peaberry.kernel.memory.HostFrames;
import org.peaberry.kernel.sched.RunState;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

class DomainTest {
    private static final GuestFrame FRAME = GuestFrame.of(0x100);

    private final TestMachine machine = new TestMachine();

    @Test
    void exceptionInARequestStopsOnlyItsDomain() {
        Domain guest = machine.newDomain(1, 16, false);
        Vcpu vcpu = machine.addVcpu(guest);
        SpinLock lock = new SpinLock();
        RuntimeException bug = new IllegalStateException("injected");
        assertFalse(RequestBoundary.serve(v -> {
            lock.acquire();
            try {
                throw bug;
            } finally {
                lock.release();
            }
        }, vcpu));
        assertEquals(DomainState.SHUT_DOWN, guest.state());
        assertEquals(ShutdownReason.CRASH, guest.shutdownReason());
        assertEquals(List.of(bug), machine.faults);
        assertFalse(lock.isHeld());
        assertEquals(RunState.OFFLINE, vcpu.state());
        assertEquals(DomainState.ALIVE, machine.dom0.state());
        assertSame(machine.vcpu, machine.cpu.chooseNext());
    }

    @Test
    void domainStopsOnlyOnce() {
        machine.dom0.shutDown(ShutdownReason.REBOOT);
        machine.dom0.shutDown(ShutdownReason.POWER_OFF);
        assertEquals(List.of(ShutdownReason.REBOOT), machine.stops);
        assertNull(machine.cpu.chooseNext());
    }

    @Test
    void presetReasonWins() {
        machine.dom0.presetShutdownReason(ShutdownReason.SUSPEND);
        machine.dom0.shutDown(ShutdownReason.CRASH);
        assertEquals(ShutdownReason.SUSPEND, machine.dom0.shutdownReason());
    }

    @Test
    void destroyedDomainGivesAllFramesBack() {
        long before = machine.allocator.freeFrames();
        Domain guest = machine.newDomain(5, 64, false);
        machine.addVcpu(guest);
        assertTrue(guest.ownMemory().populate(FRAME, 3));
        assertTrue(guest.ownMemory().populate(GuestFrame.of(0x200), 0));
        guest.grants().grow(4);
        guest.sharedPages().placeSharedInfo(GuestFrame.of(0x201));
        guest.events().bindInterprocessor(0);
        guest.kill();
        assertFalse(guest.relinquish(4));
        assertFalse(guest.relinquish(4));
        assertTrue(guest.relinquish(4));
        assertEquals(before, machine.allocator.freeFrames());
        assertNull(machine.host.domains().find(5));
    }

    @Test
    void domainWithATakenIdKeepsNoMemory() {
        machine.newDomain(5, 64, false);
        NestedPageTable nested = new NestedPageTable(LongModeFormat.NESTED, new HostFrames(machine.allocator), PageTable.LEVEL_2M);
        long before = machine.allocator.freeFrames();
        assertThrows(IllegalStateException.class, () -> new Domain(5, machine.host, nested, 64, false));
        assertEquals(before, machine.allocator.freeFrames());
    }

    @Test
    void frameHeldByAnotherOutlivesItsDomain() {
        Domain guest = machine.newDomain(5, 64, false);
        guest.ownMemory().populate(FRAME, 0);
        FrameReference held = guest.physicalMap().take(FRAME);
        guest.kill();
        guest.relinquish(100);
        assertEquals(1, machine.simulated.table().references(held.frame()));
        machine.allocator.release(held);
        assertEquals(0, machine.simulated.table().references(held.frame()));
    }

    @Test
    void domainGetsNoMoreThanItsMaximum() {
        Domain guest = machine.newDomain(5, 4, false);
        assertTrue(guest.ownMemory().populate(FRAME, 1));
        assertFalse(guest.ownMemory().populate(GuestFrame.of(0x200), 2));
        assertTrue(guest.ownMemory().populate(GuestFrame.of(0x200), 1));
        assertFalse(guest.ownMemory().populate(FRAME.plus(8), 0));
        assertEquals(4, guest.ownMemory().count());
    }

    @Test
    void occupiedFrameIsNotPopulated() {
        Domain guest = machine.newDomain(5, 64, false);
        assertTrue(guest.ownMemory().populate(FRAME, 0));
        assertFalse(guest.ownMemory().populate(FRAME, 0));
        assertFalse(guest.ownMemory().populate(FRAME.plus(-1), 1));
    }

    @Test
    void identityMappedMemoryComesBackToItsPlaceOnly() {
        GuestFrame frame = GuestFrame.of(0x280);
        assertTrue(machine.dom0.ownMemory().remove(frame));
        assertEquals(GuestPageType.NONE, machine.dom0.physicalMap().typeOf(frame));
        assertTrue(machine.dom0.ownMemory().populate(frame, 0));
        assertEquals(0x280, machine.dom0.physicalMap().lookup(frame).toLong());
        assertTrue(machine.dom0.ownMemory().remove(frame));
        Domain guest = machine.newDomain(5, 2000, false);
        int populated = 0;
        while (guest.ownMemory().populate(GuestFrame.of(populated), 0)) {
            populated++;
        }
        assertFalse(machine.dom0.ownMemory().populate(frame, 0));
    }

    @Test
    void hypervisorFramesCannotBeReachedThroughAnIdentityMap() {
        long scratch = machine.vcpu.scratchFrame().toLong();
        assertTrue(machine.dom0.physicalMap().take(GuestFrame.of(scratch)).isNone());
        assertFalse(machine.dom0.physicalMap().isWritable(GuestFrame.of(scratch)));
    }

    @Test
    void pageTypesFollowTheFrames() {
        assertEquals(GuestPageType.RAM, machine.dom0.physicalMap().typeOf(GuestFrame.of(0x200)));
        assertEquals(GuestPageType.DIRECT, machine.dom0.physicalMap().typeOf(GuestFrame.of(0xfee00)));
        assertEquals(GuestPageType.NONE, machine.dom0.physicalMap().typeOf(GuestFrame.of(0x10)));
        machine.dom0.sharedPages().placeSharedInfo(GuestFrame.of(0x10));
        assertEquals(GuestPageType.SHARED, machine.dom0.physicalMap().typeOf(GuestFrame.of(0x10)));
    }

    @Test
    void sharedInfoHasOnePlaceAndReplacesMemory() {
        long owned = machine.dom0.ownMemory().count();
        assertTrue(machine.dom0.sharedPages().placeSharedInfo(GuestFrame.of(0x210)));
        assertEquals(owned - 1, machine.dom0.ownMemory().count());
        assertTrue(machine.dom0.sharedPages().placeSharedInfo(GuestFrame.of(0x211)));
        assertEquals(GuestPageType.NONE, machine.dom0.physicalMap().typeOf(GuestFrame.of(0x210)));
        HostFrame shared = machine.dom0.sharedInfoFrame();
        assertTrue(machine.dom0.physicalMap().lookup(GuestFrame.of(0x211)).isEqualTo(shared));
    }

    @Test
    void idsAreNotUsedAgainSoon() {
        int first = machine.host.domains().freeId();
        assertEquals(first + 1, machine.host.domains().freeId());
        assertTrue(first > 0);
    }
}
