/** The emulated local APIC against the SDM's rules. */
package org.peaberry.kernel.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.runtime.memory.SimulatedMemory;

class LocalApicTest {
    private static final int ENABLED = 0x1ff;
    private static final int PERIODIC = 1 << 17;
    private static final int TSC_DEADLINE = 2 << 17;
    private static final int DIVIDE_BY_ONE = 0xb;

    private final FakeApicOwner owner = new FakeApicOwner();
    private final FakeApicOwner otherOwner = new FakeApicOwner();
    private FakeVirtualApic processor;
    private LocalApic apic;
    private LocalApic other;

    @BeforeEach
    void twoEnabledApics() {
        ApicBus bus = new ApicBus(2, 0);
        SimulatedMemory.install();
        processor = new FakeVirtualApic(0, false);
        apic = new LocalApic(0, bus, owner, processor);
        other = new LocalApic(2, bus, otherOwner, new FakeVirtualApic(1, false));
        apic.write(ApicRegister.SPURIOUS_VECTOR, ENABLED);
        other.write(ApicRegister.SPURIOUS_VECTOR, ENABLED);
    }

    @Test
    void highestRequestedVectorIsDeliveredFirst() {
        apic.request(0x31, false);
        apic.request(0xf3, false);
        assertEquals(0xf3, apic.nextVector());
        apic.acknowledge(0xf3);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector(), "0x31 is below the vector in service");
        apic.write(ApicRegister.END_OF_INTERRUPT, 0);
        assertEquals(0x31, apic.nextVector());
    }

    @Test
    void taskPriorityMasksItsClassAndThoseBelow() {
        apic.write(ApicRegister.TASK_PRIORITY, 0x50);
        apic.request(0x5f, false);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
        apic.request(0x60, false);
        assertEquals(0x60, apic.nextVector());
        processor.taskPriority(0);
        apic.acknowledge(0x60);
        assertEquals(0x60, apic.read(ApicRegister.PROCESSOR_PRIORITY));
    }

    @Test
    void anExitIsWantedWhenTheTaskPriorityAloneHoldsAnInterruptBack() {
        apic.write(ApicRegister.TASK_PRIORITY, 0x50);
        apic.awaitTaskPriority();
        assertEquals(0, processor.awaitedClass);
        apic.request(0x4f, false);
        apic.awaitTaskPriority();
        assertEquals(4, processor.awaitedClass);
        processor.taskPriority(0x30);
        apic.awaitTaskPriority();
        assertEquals(0, processor.awaitedClass, "it can be delivered now");
        apic.acknowledge(0x4f);
        apic.request(0x41, false);
        apic.write(ApicRegister.TASK_PRIORITY, 0x60);
        apic.awaitTaskPriority();
        assertEquals(0, processor.awaitedClass, "the one in service holds it back too");
    }

    @Test
    void disabledApicAcceptsNothing() {
        apic.write(ApicRegister.SPURIOUS_VECTOR, 0xff);
        apic.request(0x40, false);
        apic.write(ApicRegister.SPURIOUS_VECTOR, ENABLED);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void vectorsBelowSixteenAreAnError() {
        apic.request(3, false);
        apic.write(ApicRegister.ERROR_STATUS, 0);
        assertEquals(1 << 6, apic.read(ApicRegister.ERROR_STATUS));
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void physicalIpiReachesOnlyItsDestination() {
        apic.write(ApicRegister.INTERRUPT_COMMAND_HIGH, 2 << 24);
        apic.write(ApicRegister.INTERRUPT_COMMAND, 0x44);
        assertEquals(0x44, other.nextVector());
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void shorthandAllButSelfSkipsTheSender() {
        apic.write(ApicRegister.INTERRUPT_COMMAND, 3 << 18 | 0x45);
        assertEquals(0x45, other.nextVector());
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void flatLogicalDestinationSelectsByBit() {
        apic.write(ApicRegister.LOGICAL_DESTINATION, 1 << 24);
        other.write(ApicRegister.LOGICAL_DESTINATION, 2 << 24);
        apic.write(ApicRegister.INTERRUPT_COMMAND_HIGH, 2 << 24);
        apic.write(ApicRegister.INTERRUPT_COMMAND, 1 << 11 | 0x46);
        assertEquals(0x46, other.nextVector());
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void x2ApicLogicalIdFollowsFromTheId() {
        other.setMode(ApicMode.X2APIC);
        assertEquals(1 << 2, other.read(ApicRegister.LOGICAL_DESTINATION));
        apic.setMode(ApicMode.X2APIC);
        apic.writeCommand(4L << 32 | 1 << 11 | 0x47);
        assertEquals(0x47, other.nextVector());
    }

    @Test
    void initAndStartUpReachTheOwner() {
        apic.write(ApicRegister.INTERRUPT_COMMAND_HIGH, 2 << 24);
        apic.write(ApicRegister.INTERRUPT_COMMAND, DeliveryMode.INIT << 8 | 1 << 14);
        apic.write(ApicRegister.INTERRUPT_COMMAND, DeliveryMode.STARTUP << 8 | 0x9a);
        assertEquals(1, otherOwner.inits);
        assertEquals(0x9a, otherOwner.startUpVector);
    }

    @Test
    void oneShotTimerFiresOnce() {
        apic.write(ApicRegister.LVT_TIMER, 0x50);
        apic.write(ApicRegister.TIMER_DIVIDE, DIVIDE_BY_ONE);
        apic.write(ApicRegister.TIMER_INITIAL_COUNT, 1000);
        owner.advanceTo(400);
        assertEquals(600, apic.read(ApicRegister.TIMER_CURRENT_COUNT));
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
        owner.advanceTo(1000);
        assertEquals(0x50, apic.nextVector());
        apic.acknowledge(0x50);
        apic.write(ApicRegister.END_OF_INTERRUPT, 0);
        owner.advanceTo(5000);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void periodicTimerKeepsItsPeriod() {
        apic.write(ApicRegister.LVT_TIMER, PERIODIC | 0x51);
        apic.write(ApicRegister.TIMER_DIVIDE, 0);
        apic.write(ApicRegister.TIMER_INITIAL_COUNT, 500);
        for (long time = 1000; time <= 5000; time += 1000) {
            owner.advanceTo(time - 1);
            assertEquals(LocalApic.NO_VECTOR, apic.nextVector(), "before " + time);
            owner.advanceTo(time);
            assertEquals(0x51, apic.nextVector());
            apic.acknowledge(0x51);
            apic.write(ApicRegister.END_OF_INTERRUPT, 0);
        }
    }

    @Test
    void periodicTimerCountsOnWhileItsInterruptIsLate() {
        apic.write(ApicRegister.LVT_TIMER, PERIODIC | 0x51);
        apic.write(ApicRegister.TIMER_DIVIDE, DIVIDE_BY_ONE);
        apic.write(ApicRegister.TIMER_INITIAL_COUNT, 1000);
        owner.now = 2300;
        assertEquals(700, apic.read(ApicRegister.TIMER_CURRENT_COUNT));
        owner.now = 3000;
        assertEquals(1000, apic.read(ApicRegister.TIMER_CURRENT_COUNT));
    }

    @Test
    void deadlineTimerUsesTheGuestsTsc() {
        apic.write(ApicRegister.LVT_TIMER, TSC_DEADLINE | 0x52);
        apic.setTimerDeadline(2000);
        assertEquals(2000, apic.timerDeadline());
        owner.advanceTo(1000);
        assertEquals(0x52, apic.nextVector());
        assertEquals(0, apic.timerDeadline());
    }

    @Test
    void maskedTimerIsSilent() {
        apic.write(ApicRegister.LVT_TIMER, LocalApic.LVT_MASKED | 0x53);
        apic.write(ApicRegister.TIMER_INITIAL_COUNT, 10);
        owner.advanceTo(100);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void modeChangesFollowTheManualsStateMachine() {
        assertNull(ApicMode.of(1L << 10));
        assertFalse(ApicMode.DISABLED.mayBecome(ApicMode.X2APIC));
        assertFalse(ApicMode.X2APIC.mayBecome(ApicMode.XAPIC));
        assertTrue(ApicMode.XAPIC.mayBecome(ApicMode.X2APIC));
    }

    @Test
    void cr8IsTheClassOfTheTaskPriority() {
        apic.write(ApicRegister.TASK_PRIORITY, 0x57);
        assertEquals(0x57, processor.taskPriority());
        processor.taskPriority(0x90);
        assertEquals(0x90, apic.read(ApicRegister.TASK_PRIORITY));
        assertEquals(0x90, apic.read(ApicRegister.PROCESSOR_PRIORITY));
    }

    @Test
    void aRequestThatIsHeldBackWakesNoOneButIsLookedAt() {
        processor.taskPriority(0x60);
        int looks = owner.looks;
        apic.request(0x61, false);
        assertEquals(0, owner.pendingSignals);
        assertEquals(looks + 1, owner.looks);
        processor.taskPriority(0x50);
        assertEquals(0x61, apic.nextVector());
    }

    @Test
    void reservedRegistersAreErrorsAndReadOnlyOnesAreNot() {
        assertEquals(0, apic.read(0x01));
        apic.write(ApicRegister.ERROR_STATUS, 0);
        assertEquals(1 << 7, apic.read(ApicRegister.ERROR_STATUS));
        apic.write(ApicRegister.VERSION, 0);
        apic.read(ApicRegister.REMOTE_READ);
        apic.write(ApicRegister.ERROR_STATUS, 0);
        assertEquals(0, apic.read(ApicRegister.ERROR_STATUS));
    }
}
