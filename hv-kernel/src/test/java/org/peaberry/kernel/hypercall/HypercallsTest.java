/** Hypercalls as Linux makes them at boot, and with bad arguments: Xen's results and errors. */
package org.peaberry.kernel.hypercall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peaberry.kernel.abi.Errno.E2BIG;
import static org.peaberry.kernel.abi.Errno.EACCES;
import static org.peaberry.kernel.abi.Errno.EEXIST;
import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENODEV;
import static org.peaberry.kernel.abi.Errno.ENOENT;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.ENXIO;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;
import static org.peaberry.kernel.hypercall.HypercallTester.ARRAY;
import static org.peaberry.kernel.hypercall.HypercallTester.BAD;
import static org.peaberry.kernel.hypercall.HypercallTester.STRUCTURE;
import static org.peaberry.kernel.hypercall.HypercallTester.at;
import static org.peaberry.kernel.hypercall.HypercallTester.structure;
import static org.peaberry.kernel.hypercall.HypercallTester.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.kernel.domain.DomainId;
import org.peaberry.kernel.domain.DomainState;
import org.peaberry.kernel.domain.RequestBoundary;
import org.peaberry.kernel.domain.ShutdownReason;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.kernel.event.VcpuInfo;
import org.peaberry.kernel.memory.GuestPageType;
import org.peaberry.kernel.sched.RunState;
import org.peaberry.kernel.sched.Schedulable;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HypercallsTest {
    private static final int PLATFORM_OP = 7;
    private static final int MEMORY_OP = 12;
    private static final int MULTICALL = 13;
    private static final int SET_TIMER_OP = 15;
    private static final int XEN_VERSION = 17;
    private static final int CONSOLE_IO = 18;
    private static final int GRANT_TABLE_OP = 20;
    private static final int VM_ASSIST = 21;
    private static final int VCPU_OP = 24;
    private static final int SCHED_OP = 29;
    private static final int EVENT_CHANNEL_OP = 32;
    private static final int PHYSDEV_OP = 33;
    private static final int HVM_OP = 34;
    private static final long SELF = DomainId.SELF;

    private final HypercallTester tester = new HypercallTester();
    private final TestMachine machine = tester.machine;

    @Test
    void unknownHypercallsAreNotImplemented() {
        assertEquals(ENOSYS, tester.call(0));
        assertEquals(ENOSYS, tester.call(63));
        assertEquals(ENOSYS, tester.call(-1));
        assertEquals(ENOSYS, tester.call(Integer.MAX_VALUE));
    }

    @Property(tries = 2000)
    void garbageNeitherThrowsNorStopsTheHost(@ForAll @IntRange(min = 0, max = 63) int number, @ForAll @IntRange(min = 0, max = 70) int command,
            @ForAll long second, @ForAll long third) {
        assertTrue(RequestBoundary.serve(v -> tester.call(number, command, second, third), machine.vcpu), "an exception reached the boundary");
        assertTrue(RequestBoundary.serve(v -> tester.call(number, command, STRUCTURE, 1), machine.vcpu), "an exception reached the boundary");
    }

    @Test
    void versionIsThatOfTheInterface() {
        assertEquals(4 << 16 | 17, tester.call(XEN_VERSION, 0));
        assertEquals(OK, tester.call(XEN_VERSION, 1, ARRAY));
        assertEquals(".0-peaberry", text(ARRAY, 16));
        assertEquals(OK, tester.call(XEN_VERSION, 3, ARRAY));
        assertTrue(text(ARRAY, 1024).contains("hvm-3.0-x86_64"));
        assertEquals(OK, tester.call(XEN_VERSION, 9, ARRAY));
        assertEquals("console=com1 dom0_mem=512M", text(ARRAY, 1024));
        assertEquals(4096, tester.call(XEN_VERSION, 7));
        assertEquals(EINVAL, tester.call(XEN_VERSION, 7, 1));
        assertEquals(EFAULT, tester.call(XEN_VERSION, 2, BAD));
        assertEquals(ENOSYS, tester.call(XEN_VERSION, 11, ARRAY));
    }

    @Test
    void featuresAreThoseOfAPvhDom0() {
        structure().store(0, 0);
        assertEquals(OK, tester.call(XEN_VERSION, 6, STRUCTURE));
        assertEquals(1 | 1 << 2 | 1 << 8 | 1 << 9 | 1 << 11 | 1 << 13 | 1 << 16, structure().loadInt(4));
        structure().store(0, 1);
        assertEquals(EINVAL, tester.call(XEN_VERSION, 6, STRUCTURE));
    }

    @Test
    void memoryMapIsCutToTheBuffer() {
        structure().store(0, 1);
        structure().store(8, ARRAY);
        assertEquals(OK, tester.call(MEMORY_OP, 9, STRUCTURE));
        assertEquals(1, structure().loadInt());
        assertEquals(TestMachine.DOM0_START, at(ARRAY).loadLong());
        assertEquals(1, at(ARRAY).loadInt(16));
        structure().store(0, 100);
        assertEquals(OK, tester.call(MEMORY_OP, 9, STRUCTURE));
        assertEquals(2, structure().loadInt());
        assertEquals(0xfee00000L, at(ARRAY).loadLong(20));
    }

    @Test
    void reservationsAreCounted() {
        structure().store(0, (short) SELF);
        assertEquals(TestMachine.DOM0_FRAMES, tester.call(MEMORY_OP, 3, STRUCTURE));
        assertEquals(TestMachine.DOM0_FRAMES, tester.call(MEMORY_OP, 4, STRUCTURE));
        structure().store(0, (short) 99);
        assertEquals(ESRCH, tester.call(MEMORY_OP, 3, STRUCTURE));
        assertEquals(EFAULT, tester.call(MEMORY_OP, 3, BAD));
    }

    @Test
    void sharedInfoIsPlacedWhereTheGuestWants() {
        addToPhysmap(0, 0, 0x20);
        assertEquals(OK, tester.call(MEMORY_OP, 7, STRUCTURE));
        assertEquals(GuestPageType.SHARED, machine.dom0.physicalMap().typeOf(GuestFrame.of(0x20)));
        addToPhysmap(0, 1, 0x20);
        assertEquals(EINVAL, tester.call(MEMORY_OP, 7, STRUCTURE));
        addToPhysmap(4, 0, 0x20);
        assertEquals(ENOSYS, tester.call(MEMORY_OP, 7, STRUCTURE));
        addToPhysmap(0, 0, -1L);
        assertEquals(EINVAL, tester.call(MEMORY_OP, 7, STRUCTURE));
    }

    @Test
    void grantTableFramesAppearInBatches() {
        structure().store(0, (short) SELF);
        structure().store(2, (short) 1);
        structure().store(4, (short) 2);
        structure().store(8, ARRAY);
        structure().store(16, ARRAY + 0x100);
        structure().store(24, ARRAY + 0x200);
        at(ARRAY).store(0, 0L);
        at(ARRAY).store(8, 99L);
        at(ARRAY).store(0x100, 0x30L);
        at(ARRAY).store(0x108, 0x31L);
        assertEquals(OK, tester.call(MEMORY_OP, 23, STRUCTURE));
        assertEquals(OK, at(ARRAY).loadInt(0x200));
        assertEquals(EINVAL, at(ARRAY).loadInt(0x204));
        assertEquals(GuestPageType.SHARED, machine.dom0.physicalMap().typeOf(GuestFrame.of(0x30)));
        setupGrantTable(1);
        assertEquals(OK, tester.call(GRANT_TABLE_OP, 2, STRUCTURE, 1));
        assertEquals(0, structure().loadShort(8));
        assertEquals(0x30, at(ARRAY).loadLong());
    }

    @Test
    void grantTableHasItsSizeAndVersion() {
        structure().store(0, (short) SELF);
        assertEquals(OK, tester.call(GRANT_TABLE_OP, 6, STRUCTURE, 1));
        assertEquals(1, structure().loadInt(4));
        assertEquals(64, structure().loadInt(8));
        structure().store(0, 1);
        assertEquals(OK, tester.call(GRANT_TABLE_OP, 8, STRUCTURE, 1));
        structure().store(0, 2);
        assertEquals(ENOSYS, tester.call(GRANT_TABLE_OP, 8, STRUCTURE, 1));
        assertEquals(1, structure().loadInt());
        setupGrantTable(65);
        assertEquals(OK, tester.call(GRANT_TABLE_OP, 2, STRUCTURE, 1));
        assertEquals(-1, structure().loadShort(8));
        assertEquals(EINVAL, tester.call(GRANT_TABLE_OP, 2, STRUCTURE, 2));
        assertEquals(EINVAL, tester.call(GRANT_TABLE_OP, 0, STRUCTURE, -1));
    }

    @Test
    void grantOfAMissingDomainIsRefusedEntryByEntry() {
        at(ARRAY).store(16, (short) 7);
        at(ARRAY).store(32 + 16, (short) 0);
        assertEquals(OK, tester.call(GRANT_TABLE_OP, 0, ARRAY, 2));
        assertEquals(-2, at(ARRAY).loadShort(18));
        assertEquals(-3, at(ARRAY).loadShort(32 + 18));
    }

    @Test
    void memoryGoesAndComesBack() {
        long free = machine.allocator.freeFrames();
        for (int i = 0; i < 3; i++) {
            at(ARRAY).store(i * 8L, 0x300L + i);
        }
        reservation(3, 0);
        assertEquals(3, tester.call(MEMORY_OP, 1, STRUCTURE));
        assertEquals(TestMachine.DOM0_FRAMES - 3, machine.dom0.ownMemory().count());
        assertTrue(machine.allocator.freeFrames() >= free + 2);
        assertEquals(3, tester.call(MEMORY_OP, 6, STRUCTURE));
        assertEquals(TestMachine.DOM0_FRAMES, machine.dom0.ownMemory().count());
        assertEquals(0, tester.call(MEMORY_OP, 6, STRUCTURE), "occupied");
        reservation(3, 60);
        assertEquals(0, tester.call(MEMORY_OP, 6, STRUCTURE), "order");
        reservation(-1, 0);
        assertEquals(0, tester.call(MEMORY_OP, 1, STRUCTURE), "count");
    }

    @Test
    void longReservationGivesWayAndGoesOn() {
        for (int i = 0; i < 20; i++) {
            at(ARRAY).store(i * 8L, 0x300L + i);
        }
        reservation(20, 0);
        machine.vcpu.post(Schedulable.RESCHEDULE);
        tester.call(MEMORY_OP, 1, STRUCTURE);
        assertTrue(tester.hypercalls.isPreempted());
        assertEquals(TestMachine.DOM0_FRAMES - 1, machine.dom0.ownMemory().count());
        assertEquals(20, tester.callToEnd(MEMORY_OP, tester.hypercalls.argument(0), STRUCTURE));
        assertEquals(TestMachine.DOM0_FRAMES - 20, machine.dom0.ownMemory().count());
    }

    @Test
    void aLongConsoleWriteGivesWayAndGoesOn() {
        for (int i = 0; i < 600; i++) {
            at(ARRAY).store((long) i, (byte) ('a' + i % 26));
        }
        machine.vcpu.post(Schedulable.RESCHEDULE);
        tester.call(CONSOLE_IO, 0, 600, ARRAY);
        assertTrue(tester.hypercalls.isPreempted());
        int first = tester.console.length();
        assertEquals(600 - first, tester.hypercalls.argument(1));
        assertEquals(OK, tester.callToEnd(CONSOLE_IO, 0, tester.hypercalls.argument(1), tester.hypercalls.argument(2)));
        assertEquals(600, tester.console.length());
        assertEquals('a' + 599 % 26, tester.console.charAt(599));
    }

    @Test
    void manyGrantsGiveWayAndGoOn() {
        for (int i = 0; i < 3; i++) {
            at(ARRAY).store(i * 24L + 20, (short) 1);
        }
        machine.vcpu.post(Schedulable.RESCHEDULE);
        tester.call(GRANT_TABLE_OP, 1, ARRAY, 3);
        assertTrue(tester.hypercalls.isPreempted());
        assertEquals(ARRAY + 24, tester.hypercalls.argument(1));
        assertEquals(OK, tester.callToEnd(GRANT_TABLE_OP, 1, tester.hypercalls.argument(1), tester.hypercalls.argument(2)));
        assertEquals(-4, at(ARRAY).loadShort(2 * 24L + 20));
    }

    @Test
    void timerFiresAtItsTime() {
        int port = bindTimer();
        structure().store(0, 5_000L);
        structure().store(8, 1);
        assertEquals(OK, tester.call(VCPU_OP, 8, 0, STRUCTURE));
        machine.advanceTo(4_999);
        assertFalse(isPending(port));
        machine.advanceTo(5_000);
        assertTrue(isPending(port));
    }

    @Test
    void pastTimerFiresAtOnceAndAStoppedOneNever() {
        int port = bindTimer();
        assertEquals(OK, tester.call(SET_TIMER_OP, 9_000));
        assertEquals(OK, tester.call(SET_TIMER_OP, 0));
        machine.advanceTo(20_000);
        assertFalse(isPending(port));
        structure().store(0, 10L);
        tester.call(VCPU_OP, 8, 0, STRUCTURE);
        machine.advanceTo(machine.nanoseconds);
        assertTrue(isPending(port));
        assertEquals(EFAULT, tester.call(VCPU_OP, 8, 0, BAD));
        assertEquals(ENOENT, tester.call(VCPU_OP, 8, 1, STRUCTURE));
    }

    @Test
    void periodicTimerNeedsASoundPeriod() {
        structure().store(0, 999_999L);
        assertEquals(EINVAL, tester.call(VCPU_OP, 6, 0, STRUCTURE));
        structure().store(0, 1_000_000L);
        assertEquals(OK, tester.call(VCPU_OP, 6, 0, STRUCTURE));
        int port = bindTimer();
        machine.advanceTo(2_000_000);
        assertTrue(isPending(port));
        assertEquals(OK, tester.call(VCPU_OP, 7, 0));
    }

    @Test
    void vcpuInfoMovesOnce() {
        registerInfo(0x240, 0x1c0);
        assertEquals(OK, tester.call(VCPU_OP, 10, 0, STRUCTURE));
        VcpuInfo info = RawMemory.at(VcpuInfo.class, at(0x2401c0));
        assertEquals(1, info.upcallPending());
        assertEquals(0, info.time().version() & 1);
        assertNotEquals(0, info.time().tscToSystemMultiplier());
        assertEquals(EINVAL, tester.call(VCPU_OP, 10, 0, STRUCTURE));
        registerInfo(0x240, 0xfc8);
        assertEquals(ENXIO, tester.call(VCPU_OP, 10, 0, STRUCTURE));
    }

    @Test
    void vcpuInfoMustBeMemory() {
        registerInfo(0xfee00, 0);
        assertEquals(EINVAL, tester.call(VCPU_OP, 10, 0, STRUCTURE));
        registerInfo(-1, 0);
        assertEquals(EINVAL, tester.call(VCPU_OP, 10, 0, STRUCTURE));
    }

    @Test
    void runstateIsFollowedAcrossAPageBoundary() {
        long area = TestMachine.DOM0_START + 0x9fe0;
        structure().store(0, area);
        assertEquals(OK, tester.call(VCPU_OP, 5, 0, STRUCTURE));
        assertEquals(RunState.RUNNING.ordinal(), at(area).loadInt());
        machine.vcpu.block();
        machine.nanoseconds = 50_000;
        machine.cpu.chooseNext();
        assertEquals(RunState.BLOCKED.ordinal(), at(area).loadInt());
        assertEquals(50_000, at(area).loadLong(8));
        machine.nanoseconds = 80_000;
        machine.vcpu.wake();
        machine.nanoseconds = 90_000;
        machine.cpu.chooseNext();
        assertEquals(RunState.RUNNING.ordinal(), at(area).loadInt());
        assertEquals(30_000, at(area).loadLong(16 + 2 * 8));
        assertEquals(10_000, at(area).loadLong(16 + 8));
        structure().store(0, BAD);
        assertEquals(EFAULT, tester.call(VCPU_OP, 5, 0, STRUCTURE));
    }

    @Test
    void userModeClockIsPublished() {
        structure().store(0, ARRAY + 0x400);
        registerInfoNow();
        structure().store(0, ARRAY + 0x400);
        assertEquals(OK, tester.call(VCPU_OP, 13, 0, STRUCTURE));
        assertNotEquals(0, at(ARRAY).loadInt(0x400 + 24));
        assertEquals(0, at(ARRAY).loadInt(0x400) & 1);
    }

    @Test
    void upcallVectorIsRaisedForEvents() {
        structure().store(0, 0);
        structure().store(4, (byte) 0x0f);
        assertEquals(EINVAL, tester.call(HVM_OP, 23, STRUCTURE));
        structure().store(4, (byte) 0xf3);
        assertEquals(OK, tester.call(HVM_OP, 23, STRUCTURE));
        machine.interrupts.clear();
        int port = bindTimer();
        machine.dom0.events().raise(0, 0);
        assertTrue(isPending(port));
        assertEquals(List.of(0xf3), machine.interrupts);
        structure().store(0, 3);
        assertEquals(ENOENT, tester.call(HVM_OP, 23, STRUCTURE));
    }

    @Test
    void callbackVectorIsInjectedDirectly() {
        hvmParameter(0, 2L << 56 | 0xf3);
        assertEquals(OK, tester.call(HVM_OP, 0, STRUCTURE));
        assertEquals(0, machine.vcpu.directUpcallVector());
        bindTimer();
        machine.dom0.events().raise(0, 0);
        assertEquals(0xf3, machine.vcpu.directUpcallVector());
        hvmParameter(0, 77L << 56);
        assertEquals(EINVAL, tester.call(HVM_OP, 0, STRUCTURE));
    }

    @Test
    void callbackLineFollowsTheUpcallFlag() {
        hvmParameter(0, 9);
        tester.call(HVM_OP, 0, STRUCTURE);
        bindTimer();
        machine.dom0.events().raise(0, 0);
        assertEquals(List.of(9), machine.interrupts);
        machine.dom0.sharedInfo().vcpu(0).upcallPending((byte) 0);
        machine.vcpu.updateUpcallLine();
        assertEquals(List.of(9, -9), machine.interrupts);
    }

    @Test
    void parametersAreGuarded() {
        hvmParameter(39, 0);
        assertEquals(EINVAL, tester.call(HVM_OP, 0, STRUCTURE));
        hvmParameter(4, 0);
        assertEquals(EINVAL, tester.call(HVM_OP, 1, STRUCTURE));
        hvmParameter(1, 5);
        assertEquals(EPERM, tester.call(HVM_OP, 0, STRUCTURE));
        assertEquals(OK, tester.call(HVM_OP, 1, STRUCTURE));
        assertEquals(EINVAL, tester.call(HVM_OP, 9, STRUCTURE));
    }

    @Test
    void eventChannelsAreMadeByHypercall() {
        structure().store(0, 0);
        structure().store(4, 0);
        assertEquals(OK, tester.call(EVENT_CHANNEL_OP, 1, STRUCTURE));
        int port = structure().loadInt(8);
        assertEquals(EEXIST, tester.call(EVENT_CHANNEL_OP, 1, STRUCTURE));
        structure().store(0, (short) SELF);
        structure().store(4, port);
        assertEquals(OK, tester.call(EVENT_CHANNEL_OP, 5, STRUCTURE));
        assertEquals(4, structure().loadInt(8));
        structure().store(0, port);
        assertEquals(OK, tester.call(EVENT_CHANNEL_OP, 9, STRUCTURE));
        assertEquals(OK, tester.call(EVENT_CHANNEL_OP, 3, STRUCTURE));
        assertEquals(EINVAL, tester.call(EVENT_CHANNEL_OP, 3, STRUCTURE));
        assertEquals(ENOSYS, tester.call(EVENT_CHANNEL_OP, 11, STRUCTURE));
        assertEquals(EFAULT, tester.call(EVENT_CHANNEL_OP, 4, BAD));
    }

    @Test
    void unboundPortMayNotBeOpenedInAnothersName() {
        tester.caller = machine.addVcpu(machine.newDomain(3, 8, false));
        tester.caller.domain().ownMemory().populate(GuestFrame.of(STRUCTURE >> HostFrame.SHIFT), 0);
        tester.caller.domain().ownMemory().populate(GuestFrame.of((STRUCTURE >> HostFrame.SHIFT) + 1), 0);
        assertEquals(EPERM, tester.call(EVENT_CHANNEL_OP, 6, STRUCTURE + 8), "a structure of zeros names dom0");
    }

    @Test
    void pollReturnsAtOnceWhenPending() {
        int port = bindTimer();
        machine.dom0.events().raise(0, 0);
        at(ARRAY).store(0, port);
        poll(1, 0);
        assertEquals(OK, tester.call(SCHED_OP, 3, STRUCTURE));
        assertEquals(machine.vcpu, machine.cpu.chooseNext());
    }

    @Test
    void pollWaitsForTheEventOrTheTime() {
        int port = bindTimer();
        at(ARRAY).store(0, port);
        poll(1, 70_000);
        assertEquals(OK, tester.call(SCHED_OP, 3, STRUCTURE));
        assertEquals(null, machine.cpu.chooseNext());
        machine.advanceTo(70_000);
        assertEquals(machine.vcpu, machine.cpu.chooseNext());
        poll(129, 0);
        assertEquals(EINVAL, tester.call(SCHED_OP, 3, STRUCTURE));
        at(ARRAY).store(0, 5000);
        poll(1, 0);
        assertEquals(EINVAL, tester.call(SCHED_OP, 3, STRUCTURE));
        assertEquals(machine.vcpu, machine.cpu.chooseNext());
    }

    @Test
    void blockedVcpuWakesForAnEvent() {
        bindTimer();
        assertEquals(OK, tester.call(SCHED_OP, 1));
        assertEquals(null, machine.cpu.chooseNext());
        machine.dom0.events().raise(0, 0);
        assertEquals(machine.vcpu, machine.cpu.chooseNext());
    }

    @Test
    void shutdownStopsTheDomainWithItsReason() {
        structure().store(0, 6);
        assertEquals(EINVAL, tester.call(SCHED_OP, 2, STRUCTURE));
        structure().store(0, 1);
        assertEquals(OK, tester.call(SCHED_OP, 2, STRUCTURE));
        assertEquals(List.of(ShutdownReason.REBOOT), machine.stops);
        assertEquals(DomainState.SHUT_DOWN, machine.dom0.state());
        assertEquals(null, machine.cpu.chooseNext());
    }

    @Test
    void watchdogStopsTheDomainUnlessItIsSetAgain() {
        structure().store(0, 0);
        structure().store(4, 1);
        assertEquals(1, tester.call(SCHED_OP, 6, STRUCTURE));
        assertEquals(2, tester.call(SCHED_OP, 6, STRUCTURE));
        structure().store(0, 2);
        structure().store(4, 0);
        assertEquals(OK, tester.call(SCHED_OP, 6, STRUCTURE));
        machine.advanceTo(900_000_000);
        structure().store(0, 1);
        structure().store(4, 1);
        assertEquals(OK, tester.call(SCHED_OP, 6, STRUCTURE));
        machine.advanceTo(1_800_000_000);
        assertEquals(List.of(), machine.stops);
        machine.advanceTo(2_000_000_000);
        assertEquals(List.of(ShutdownReason.WATCHDOG), machine.stops);
    }

    @Test
    void consoleTakesAndGivesCharacters() {
        String line = "hello ".repeat(100);
        for (int i = 0; i < line.length(); i++) {
            at(ARRAY).store(i, (byte) line.charAt(i));
        }
        assertEquals(OK, tester.call(CONSOLE_IO, 0, line.length(), ARRAY));
        assertEquals(line, tester.console.toString());
        tester.input.append("ls\r");
        assertEquals(3, tester.call(CONSOLE_IO, 1, 16, ARRAY));
        assertEquals('l', at(ARRAY).loadByte());
        assertEquals(0, tester.call(CONSOLE_IO, 1, 16, ARRAY));
        assertEquals(E2BIG, tester.call(CONSOLE_IO, 1, -1, ARRAY));
        assertEquals(EFAULT, tester.call(CONSOLE_IO, 0, 1, BAD));
    }

    @Test
    void otherDomainsHaveNoConsoleAndNoPlatform() {
        tester.caller = machine.addVcpu(machine.newDomain(3, 8, false));
        assertEquals(EPERM, tester.call(CONSOLE_IO, 0, 1, ARRAY));
        assertEquals(EPERM, tester.call(PLATFORM_OP, ARRAY));
        assertEquals(ENOSYS, tester.call(PHYSDEV_OP, 25, ARRAY));
    }

    @Test
    void softOffReachesTheMachine() {
        platform(51, 0x2000, 0);
        structure().store(12, 5);
        assertEquals(OK, tester.call(PLATFORM_OP, STRUCTURE));
        assertEquals(List.of("5:2000:0"), tester.sleeps);
        structure().store(12, 6);
        assertEquals(EINVAL, tester.call(PLATFORM_OP, STRUCTURE));
        structure().store(4, 1);
        assertEquals(EACCES, tester.call(PLATFORM_OP, STRUCTURE));
    }

    @Test
    void dom0SetsTheDate() {
        platform(62, 0, 0);
        structure().store(8, 1_700_000_000L);
        structure().store(16, 5);
        structure().store(20, 0);
        structure().store(24, 0L);
        assertEquals(OK, tester.call(PLATFORM_OP, STRUCTURE));
        assertEquals(1_700_000_000, machine.dom0.sharedInfo().wallClock().seconds());
        assertEquals(5, machine.dom0.sharedInfo().wallClock().nanoseconds());
        structure().store(20, 1);
        assertEquals(EINVAL, tester.call(PLATFORM_OP, STRUCTURE));
    }

    @Test
    void processorsAreListed() {
        tester.services.cpus().add(4, 1);
        platform(55, 0, 0);
        structure().store(8, 0);
        assertEquals(OK, tester.call(PLATFORM_OP, STRUCTURE));
        assertEquals(1, structure().loadInt(16));
        assertEquals(4, structure().loadInt(20));
        structure().store(8, 1);
        assertEquals(OK, tester.call(PLATFORM_OP, STRUCTURE));
        assertEquals(2, structure().loadInt(16));
    }

    @Test
    void pciDevicesAreNoted() {
        structure().store(0, (short) 0);
        structure().store(2, (byte) 0);
        structure().store(3, (byte) 0xf8);
        structure().store(4, 0L);
        assertEquals(OK, tester.call(PHYSDEV_OP, 25, STRUCTURE));
        assertEquals(OK, tester.call(PHYSDEV_OP, 25, STRUCTURE));
        assertEquals(1, tester.services.pci().count());
        assertEquals(OK, tester.call(PHYSDEV_OP, 26, STRUCTURE));
        assertEquals(ENODEV, tester.call(PHYSDEV_OP, 26, STRUCTURE));
        assertEquals(ENOSYS, tester.call(PHYSDEV_OP, 21, STRUCTURE));
        assertEquals(ENOSYS, tester.call(PHYSDEV_OP, 13, STRUCTURE));
    }

    @Test
    void multicallMakesEachCall() {
        entry(0, XEN_VERSION, 0, 0);
        entry(1, 63, 0, 0);
        entry(2, MULTICALL, 0, 0);
        assertEquals(OK, tester.call(MULTICALL, ARRAY, 3));
        assertEquals(4 << 16 | 17, at(ARRAY).loadLong(8));
        assertEquals(ENOSYS, at(ARRAY).loadLong(64 + 8));
        assertEquals(EINVAL, at(ARRAY).loadLong(128 + 8));
        assertEquals(EFAULT, tester.call(MULTICALL, BAD, 1));
    }

    @Test
    void multicallGivesWayBetweenCalls() {
        for (int i = 0; i < 5; i++) {
            entry(i, XEN_VERSION, 0, 0);
        }
        machine.vcpu.post(Schedulable.RESCHEDULE);
        assertEquals(OK, tester.callToEnd(MULTICALL, ARRAY, 5));
        for (int i = 0; i < 5; i++) {
            assertEquals(4 << 16 | 17, at(ARRAY).loadLong(64L * i + 8));
        }
    }

    @Test
    void assistsAreForThisKindOfGuest() {
        assertEquals(OK, tester.call(VM_ASSIST, 0, 5));
        assertEquals(EINVAL, tester.call(VM_ASSIST, 0, 4));
        assertEquals(EINVAL, tester.call(VM_ASSIST, 0, 64));
        assertEquals(ENOSYS, tester.call(VM_ASSIST, 7, 5));
    }

    @Test
    void lastVcpuThatGoesDownEndsTheDomain() {
        assertEquals(1, tester.call(VCPU_OP, 3, 0));
        machine.addVcpu(machine.dom0);
        assertEquals(OK, tester.call(VCPU_OP, 2, 1));
        assertEquals(0, tester.call(VCPU_OP, 3, 1));
        assertEquals(OK, tester.call(VCPU_OP, 1, 1));
        assertEquals(OK, tester.call(VCPU_OP, 2, 1));
        assertEquals(OK, tester.call(VCPU_OP, 2, 0));
        assertEquals(List.of(ShutdownReason.POWER_OFF), machine.stops);
    }

    private int bindTimer() {
        return machine.dom0.events().bindVirtualInterrupt(0, 0);
    }

    private boolean isPending(int port) {
        return machine.dom0.events().isPending(port);
    }

    private static void addToPhysmap(int space, long index, long frame) {
        structure().store(0, (short) SELF);
        structure().store(4, space);
        structure().store(8, index);
        structure().store(16, frame);
    }

    private static void setupGrantTable(int frames) {
        structure().store(0, (short) SELF);
        structure().store(4, frames);
        structure().store(16, ARRAY);
    }

    private static void reservation(long extents, int order) {
        structure().store(0, ARRAY);
        structure().store(8, extents);
        structure().store(16, order);
        structure().store(20, 0);
        structure().store(24, (short) SELF);
    }

    private static void registerInfo(long frame, int offset) {
        structure().store(0, frame);
        structure().store(8, offset);
    }

    private void registerInfoNow() {
        registerInfo(0x250, 0);
        assertEquals(OK, tester.call(VCPU_OP, 10, 0, STRUCTURE));
    }

    private static void hvmParameter(int index, long value) {
        structure().store(0, (short) SELF);
        structure().store(4, index);
        structure().store(8, value);
    }

    private static void poll(int count, long timeout) {
        structure().store(0, ARRAY);
        structure().store(8, count);
        structure().store(16, timeout);
    }

    private static void platform(int command, int controlA, int controlB) {
        structure().store(0, command);
        structure().store(4, 0x03000001);
        structure().store(8, (short) controlA);
        structure().store(10, (short) controlB);
        structure().store(16, 0);
    }

    private static void entry(int index, long number, long first, long second) {
        at(ARRAY).store(index * 64L, number);
        at(ARRAY).store(index * 64L + 16, first);
        at(ARRAY).store(index * 64L + 24, second);
    }
}
