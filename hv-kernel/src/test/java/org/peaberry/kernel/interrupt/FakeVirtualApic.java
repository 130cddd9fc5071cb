/** A processor's side of a local APIC for tests: it remembers what it was told, and does with the registers what a test says. */
package org.peaberry.kernel.interrupt;

import org.peaberry.arch.virtualization.ApicPage;
import org.peaberry.arch.virtualization.VirtualApic;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

final class FakeVirtualApic extends VirtualApic {
    private static final long FIRST_PAGE = 0x7000_0000L;

    private final boolean delivers;
    int awaitedClass;
    int requested;
    int inService;
    int triggerReports;
    Access access = Access.EMULATED;

    /** @param number different for each one of a test */
    FakeVirtualApic(int number, boolean delivers) {
        super(new ApicPage(page(number)));
        this.delivers = delivers;
    }

    private static Address page(int number) {
        long page = FIRST_PAGE + number * SimulatedMemory.PAGE_SIZE;
        SimulatedMemory.current().map(page, SimulatedMemory.PAGE_SIZE);
        return Address.of(page);
    }

    @Override
    public boolean deliversInterrupts() {
        return delivers;
    }

    @Override
    public int taskPriority() {
        return registers().read(ApicRegister.TASK_PRIORITY);
    }

    @Override
    public void taskPriority(int value) {
        registers().write(ApicRegister.TASK_PRIORITY, value);
    }

    @Override
    public void awaitTaskPriorityBelow(int priorityClass) {
        awaitedClass = priorityClass;
    }

    @Override
    public void publish(int highestRequested, int highestInService) {
        requested = highestRequested;
        inService = highestInService;
    }

    @Override
    public void triggerModesChanged() {
        triggerReports++;
    }

    @Override
    public void permit(Access newAccess) {
        access = newAccess;
    }
}
