/** Event channels: binding, sending, masking, closing, and Xen's errors. */
package org.peaberry.kernel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peaberry.kernel.abi.Errno.EEXIST;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOENT;
import static org.peaberry.kernel.abi.Errno.ENOSPC;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.peaberry.kernel.memory.SimulatedHost;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EventChannelsTest {
    private static final int LEFT = 1;
    private static final int RIGHT = 2;

    private final SimulatedHost host = new SimulatedHost(4 << 20);
    private final EventDirectory directory = new EventDirectory() {
        @Override
        public EventChannels channelsOf(int domain) {
            return switch (domain) {
                case LEFT -> left.channels;
                case RIGHT -> right.channels;
                default -> null;
            };
        }
    };
    private final EventDomain left = new EventDomain(LEFT, 2, directory, host.allocator);
    private final EventDomain right = new EventDomain(RIGHT, 2, directory, host.allocator);

    @Test
    void portsStartAtOneAndTheLowestFreeOneIsUsed() {
        assertEquals(1, left.channels.bindInterprocessor(0));
        assertEquals(2, left.channels.bindInterprocessor(0));
        assertEquals(OK, left.channels.close(1));
        assertEquals(1, left.channels.bindInterprocessor(0));
    }

    @Test
    void domainHasAtMost4095Ports() {
        for (int i = 1; i < EventPorts.LIMIT; i++) {
            assertEquals(i, left.channels.bindInterprocessor(0));
        }
        assertEquals(ENOSPC, left.channels.bindInterprocessor(0));
    }

    @Test
    void eventReachesTheOtherEnd() {
        int[] ports = connect();
        right.handleUpcall(0);
        int before = left.upcalls[0];
        assertEquals(OK, right.channels.send(ports[1]));
        assertTrue(left.isPending(ports[0]));
        assertEquals(before + 1, left.upcalls[0]);
        assertEquals(1, left.shared.vcpu(0).upcallPending());
        assertEquals(1L, left.shared.vcpu(0).pendingSelector());
    }

    @Test
    void secondEventBeforeTheFirstIsSeenCausesNoUpcall() {
        int[] ports = connect();
        right.channels.send(ports[1]);
        right.channels.send(ports[1]);
        assertEquals(1, left.upcalls[0]);
    }

    @Test
    void newBindingIsPendingAtTheBinder() {
        int[] ports = connect();
        assertTrue(right.isPending(ports[1]));
        assertFalse(left.isPending(ports[0]));
    }

    @Test
    void maskedEventWaitsForUnmask() {
        int[] ports = connect();
        left.mask(ports[0]);
        right.channels.send(ports[1]);
        assertTrue(left.isPending(ports[0]));
        assertEquals(0, left.upcalls[0]);
        assertEquals(OK, left.channels.unmask(ports[0]));
        assertEquals(1, left.upcalls[0]);
    }

    @Test
    void bindingNeedsAnUnboundPortMeantForTheCaller() {
        assertEquals(ESRCH, right.channels.bindInterdomain(77, 1));
        assertEquals(EINVAL, right.channels.bindInterdomain(LEFT, 1));
        assertEquals(EINVAL, right.channels.bindInterdomain(LEFT, -1));
        int forOther = left.channels.allocateUnbound(9);
        assertEquals(EINVAL, right.channels.bindInterdomain(LEFT, forOther));
        int[] ports = connect();
        assertEquals(EINVAL, right.channels.bindInterdomain(LEFT, ports[0]));
    }

    @Test
    void loopbackConnectsTwoPortsOfOneDomain() {
        int listening = left.channels.allocateUnbound(LEFT);
        int bound = left.channels.bindInterdomain(LEFT, listening);
        left.handleUpcall(0);
        assertEquals(OK, left.channels.send(bound));
        assertTrue(left.isPending(listening));
        assertEquals(OK, left.channels.close(bound));
        assertEquals(ChannelState.UNBOUND, left.channels.channel(listening).state());
    }

    @Test
    void closedEndLeavesTheOtherUnbound() {
        int[] ports = connect();
        assertEquals(OK, right.channels.close(ports[1]));
        assertEquals(ChannelState.UNBOUND, left.channels.channel(ports[0]).state());
        assertEquals(OK, left.channels.send(ports[0]));
        assertFalse(right.isPending(ports[1]));
        assertEquals(ports[1], right.channels.bindInterdomain(LEFT, ports[0]));
    }

    @Test
    void virtualInterruptHasOnePortAVcpu() {
        int port = left.channels.bindVirtualInterrupt(VirtualInterrupt.TIMER, 1);
        assertEquals(EEXIST, left.channels.bindVirtualInterrupt(VirtualInterrupt.TIMER, 1));
        left.channels.raise(VirtualInterrupt.TIMER, 1);
        assertEquals(1, left.upcalls[1]);
        assertEquals(0, left.upcalls[0]);
        assertEquals(OK, left.channels.close(port));
        left.channels.raise(VirtualInterrupt.TIMER, 1);
        assertEquals(1, left.upcalls[1]);
        assertEquals(port, left.channels.bindVirtualInterrupt(VirtualInterrupt.TIMER, 1));
    }

    @Test
    void globalVirtualInterruptBelongsToVcpuZeroButCanMove() {
        assertEquals(EINVAL, left.channels.bindVirtualInterrupt(VirtualInterrupt.CONSOLE, 1));
        int port = left.channels.bindVirtualInterrupt(VirtualInterrupt.CONSOLE, 0);
        assertEquals(OK, left.channels.bindVcpu(port, 1));
        left.channels.raise(VirtualInterrupt.CONSOLE, 0);
        assertEquals(1, left.upcalls[1]);
    }

    @Test
    void badNumbersGetXensErrors() {
        assertEquals(EINVAL, left.channels.bindVirtualInterrupt(VirtualInterrupt.COUNT, 0));
        assertEquals(EINVAL, left.channels.bindVirtualInterrupt(-1, 0));
        assertEquals(ENOENT, left.channels.bindVirtualInterrupt(VirtualInterrupt.TIMER, 2));
        assertEquals(ENOENT, left.channels.bindInterprocessor(-1));
        assertEquals(EINVAL, left.channels.send(1));
        assertEquals(EINVAL, left.channels.send(Integer.MIN_VALUE));
        assertEquals(EINVAL, left.channels.close(0));
        assertEquals(EINVAL, left.channels.unmask(4095));
    }

    @Test
    void boundToOneVcpuForGood() {
        int timer = left.channels.bindVirtualInterrupt(VirtualInterrupt.TIMER, 0);
        int ipi = left.channels.bindInterprocessor(0);
        assertEquals(EINVAL, left.channels.bindVcpu(timer, 1));
        assertEquals(EINVAL, left.channels.bindVcpu(ipi, 1));
        assertEquals(ENOENT, left.channels.bindVcpu(timer, 5));
        assertEquals(EINVAL, left.channels.send(timer));
    }

    @Test
    void physicalInterruptIsBoundOnce() {
        assertTrue(left.channels.bindPhysicalInterrupt(9) > 0);
        assertEquals(EEXIST, left.channels.bindPhysicalInterrupt(9));
    }

    @Test
    void movedInfoKeepsItsContentAndSeesEveryEvent() {
        int port = left.channels.bindInterprocessor(0);
        left.shared.vcpu(0).time().systemTime(42);
        Address place = left.page.plus(0xe00);
        left.vcpus[0].moveInfo(place);
        VcpuInfo moved = RawMemory.at(VcpuInfo.class, place);
        assertEquals(42, moved.time().systemTime());
        assertEquals(-1L, moved.pendingSelector());
        assertEquals(1, moved.upcallPending());
        left.handleUpcall(0);
        left.channels.send(port);
        assertEquals(1, moved.upcallPending());
        assertEquals(1L, moved.pendingSelector());
    }

    @Test
    void polledEventEndsTheWaitEvenWhenMasked() {
        int port = left.channels.bindInterprocessor(0);
        int other = left.channels.bindInterprocessor(0);
        left.mask(port);
        left.vcpus[0].poll(port);
        left.channels.send(other);
        assertEquals(0, left.polls[0]);
        left.channels.send(port);
        assertEquals(1, left.polls[0]);
    }

    @Test
    void destroyedDomainLeavesNothingBehind() {
        long before = host.allocator.freeFrames();
        int[] ports = connect();
        right.channels.bindInterprocessor(1);
        right.channels.destroy();
        left.channels.destroy();
        assertEquals(before, host.allocator.freeFrames());
        assertEquals(EINVAL, left.channels.send(ports[0]));
    }

    @Property(tries = 100)
    void bothEndsOfEveryChannelAgree(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9999) Integer> steps) {
        for (int step : steps) {
            EventDomain domain = step % 2 == 0 ? left : right;
            int argument = step / 10 % 12;
            switch (step / 2 % 5) {
                case 0 -> domain.channels.allocateUnbound(argument % 3);
                case 1, 2 -> domain.channels.bindInterdomain(argument % 3, step / 120 % 12);
                case 3 -> domain.channels.close(argument);
                default -> domain.channels.send(argument);
            }
            check(left, LEFT);
            check(right, RIGHT);
        }
        left.channels.reset();
        right.channels.reset();
    }

    private void check(EventDomain domain, int id) {
        Set<Long> peers = new HashSet<>();
        for (int port = 1; domain.channels.isValid(port); port++) {
            EventChannel channel = domain.channels.channel(port);
            if (channel.state() == ChannelState.INTERDOMAIN) {
                EventChannel peer = directory.channelsOf(channel.remoteDomain()).channel(channel.source());
                assertEquals(ChannelState.INTERDOMAIN, peer.state());
                assertEquals(id, peer.remoteDomain());
                assertEquals(port, peer.source());
                assertTrue(peers.add((long) channel.remoteDomain() << 32 | channel.source()), "two ports have one peer");
            }
        }
    }

    private int[] connect() {
        int listening = left.channels.allocateUnbound(RIGHT);
        int bound = right.channels.bindInterdomain(LEFT, listening);
        assertTrue(listening > 0 && bound > 0);
        return new int[] {listening, bound};
    }
}
