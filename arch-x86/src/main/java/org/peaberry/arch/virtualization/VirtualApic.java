/** The local APIC of a virtual CPU as the processor sees it. Its rules are the kernel's; a processor that knows some of them saves exits. */
package org.peaberry.arch.virtualization;

/** Used on the CPU that runs the virtual CPU, or while no one runs it. */
public abstract class VirtualApic {
    /** What the guest may do with its registers. */
    public enum Access {
        /** Nothing without an exit. */
        EMULATED,
        /** x2APIC's registers, where the processor knows their rules. */
        X2APIC
    }

    private final ApicPage registers;

    protected VirtualApic(ApicPage registers) {
        this.registers = registers;
    }

    /** Where the registers are; one that delivers interrupts reads and changes the sets of vectors in it while the guest runs. */
    public final ApicPage registers() {
        return registers;
    }

    /** Whether the processor gives the guest what is requested, and ends what is in service, by itself. */
    public abstract boolean deliversInterrupts();

    /** The task priority register; the guest's CR8 is its upper half. */
    public abstract int taskPriority();

    public abstract void taskPriority(int value);

    /** The task priority keeps interrupts of this class back, 0 for none: {@link ExitReason#INTERRUPT_WINDOW} when it no longer does. */
    public abstract void awaitTaskPriorityBelow(int priorityClass);

    /** Tells a processor that delivers what it may deliver, and what the guest serves: vectors, 0 for none. */
    public abstract void publish(int requested, int inService);

    /** The registers' trigger modes have changed: {@link ExitReason#END_OF_INTERRUPT} is wanted for the vectors set there. */
    public abstract void triggerModesChanged();

    public abstract void permit(Access access);
}
