/** An emulated local APIC, in xAPIC and x2APIC mode. Intel SDM vol. 3, chapter 10. */
package org.peaberry.kernel.interrupt;

import org.peaberry.arch.virtualization.VirtualApic;

/** One per vCPU. Runs on the CPU that runs the vCPU, or under its domain's lock. */
public final class LocalApic {
    /** {@link #nextVector} when nothing can be delivered. */
    public static final int NO_VECTOR = VectorSet.NONE;
    /** Mask bit of a local vector table entry. */
    static final int LVT_MASKED = 1 << 16;

    /** Version 0x14, LVT entries 0 to 5. */
    /** Registers of a set of 256 vectors. */
    private static final int VECTOR_WORDS = 8;
    private static final int VERSION = 0x14 | 5 << 16;
    private static final int LVT_LEVEL_TRIGGERED = 1 << 15;
    private static final int VECTOR_MASK = 0xff;
    private static final int PRIORITY_CLASS = 0xf0;
    private static final int CLASS_SHIFT = 4;
    static final int FIRST_LEGAL_VECTOR = 16;
    private static final int ERROR_RECEIVED_ILLEGAL_VECTOR = 1 << 6;
    static final int ERROR_SENT_ILLEGAL_VECTOR = 1 << 5;
    private static final int ERROR_ILLEGAL_REGISTER = 1 << 7;
    private static final int SPURIOUS_RESET = 0xff;
    private static final int SOFTWARE_ENABLE = 1 << 8;
    private static final int SPURIOUS_WRITABLE = 0x3ff;
    private static final int XAPIC_ID_SHIFT = 24;

    private final int id;
    private final ApicBus bus;
    private final LocalApicOwner owner;
    private final ApicTimer timer;
    private final VirtualApic processor;
    private final VectorSet requested;
    private final VectorSet inService;
    private final VectorSet levelTriggered;
    private final LocalVectors localVectors = new LocalVectors();
    private final LogicalDestination logical = new LogicalDestination();
    private final InterruptCommand command;
    private ApicMode mode = ApicMode.XAPIC;
    private boolean triggerModesChanged;
    private boolean accessChanged;
    private int spuriousVector;
    private int errors;
    private int errorStatus;

    /** @param processor where the sets of vectors are, and what delivers them if it can */
    public LocalApic(int id, ApicBus bus, LocalApicOwner owner, VirtualApic processor) {
        this.id = id;
        this.bus = bus;
        this.owner = owner;
        this.processor = processor;
        requested = new VectorSet(processor.registers(), ApicRegister.INTERRUPT_REQUEST);
        inService = new VectorSet(processor.registers(), ApicRegister.IN_SERVICE);
        levelTriggered = new VectorSet(processor.registers(), ApicRegister.TRIGGER_MODE);
        command = new InterruptCommand(this, bus);
        timer = new ApicTimer(this);
        bus.connect(this);
        reset();
    }

    /** The state after power-up or INIT; the mode stays. */
    public void reset() {
        requested.clear();
        inService.clear();
        levelTriggered.clear();
        localVectors.reset();
        logical.reset();
        command.reset();
        processor.taskPriority(0);
        spuriousVector = SPURIOUS_RESET;
        errors = 0;
        errorStatus = 0;
        timer.reset();
        triggerModesChanged = true;
        accessChanged();
    }

    public int id() {
        return id;
    }

    LocalApicOwner owner() {
        return owner;
    }

    public ApicMode mode() {
        return mode;
    }

    /** Changes between off, xAPIC and x2APIC; the caller checked that the transition is legal. */
    public void setMode(ApicMode newMode) {
        if (newMode == ApicMode.DISABLED) {
            reset();
        }
        mode = newMode;
        accessChanged();
    }

    /** The processor that has the guest is told by {@link #publish}. */
    private void accessChanged() {
        accessChanged = true;
        if (isDeliveredByProcessor()) {
            owner.lookAgain();
        }
    }

    /** Software-enabled (bit 8 of the spurious vector register) and not switched off. */
    boolean isEnabled() {
        return mode != ApicMode.DISABLED && isSoftwareEnabled();
    }

    private boolean isSoftwareEnabled() {
        return (spuriousVector & SOFTWARE_ENABLE) != 0;
    }

    // ---- Delivery to the guest.

    /** The vector to deliver next, or {@link #NO_VECTOR}: the highest requested one whose class is above the processor priority. */
    public int nextVector() {
        int vector = requested.highest();
        if (vector == NO_VECTOR || (vector & PRIORITY_CLASS) <= (processorPriority() & PRIORITY_CLASS)) {
            return NO_VECTOR;
        }
        return isEnabled() ? vector : NO_VECTOR;
    }

    /** The guest takes the vector that {@link #nextVector} gave: it is in service now. */
    public void acknowledge(int vector) {
        requested.remove(vector);
        inService.add(vector);
    }

    /** Whether the processor delivers by itself what {@link #publish} told it. */
    public boolean isDeliveredByProcessor() {
        return processor.deliversInterrupts();
    }

    /** Tells a processor that delivers what there is to deliver; to be called before the guest goes on after any change. */
    public void publish() {
        processor.publish(isEnabled() ? Math.max(requested.highest(), 0) : 0, Math.max(inService.highest(), 0));
        if (triggerModesChanged) {
            triggerModesChanged = false;
            processor.triggerModesChanged();
        }
        if (accessChanged) {
            accessChanged = false;
            processor.permit(access());
        }
    }

    private VirtualApic.Access access() {
        return mode == ApicMode.X2APIC ? VirtualApic.Access.X2APIC : VirtualApic.Access.EMULATED;
    }

    /** Nothing can be delivered: if that is so for the task priority alone, an exit is wanted when it falls. */
    public void awaitTaskPriority() {
        int vector = requested.highest();
        boolean isHeldBack = isEnabled() && priorityClass(vector) > priorityClass(inService.highest()) && nextVector() == NO_VECTOR;
        processor.awaitTaskPriorityBelow(isHeldBack ? vector >> CLASS_SHIFT : 0);
    }

    private static int priorityClass(int vector) {
        return vector == NO_VECTOR ? 0 : vector & PRIORITY_CLASS;
    }

    private int processorPriority() {
        int taskPriority = processor.taskPriority();
        int serviced = inService.highest();
        if (serviced == NO_VECTOR || (taskPriority & PRIORITY_CLASS) >= (serviced & PRIORITY_CLASS)) {
            return taskPriority;
        }
        return serviced & PRIORITY_CLASS;
    }

    private void setTaskPriority(int value) {
        processor.taskPriority(value & VECTOR_MASK);
        requestsChanged();
    }

    private void endOfInterrupt() {
        int vector = inService.highest();
        if (vector == NO_VECTOR) {
            return;
        }
        inService.remove(vector);
        ended(vector);
        if (isDeliveredByProcessor()) {
            owner.lookAgain();
        } else {
            requestsChanged();
        }
    }

    /** The processor took the guest's end of an interrupt. */
    public void ended(int vector) {
        if (levelTriggered.contains(vector)) {
            bus.endOfInterrupt(vector);
        }
    }

    /** What is requested may be deliverable now, or for the processor to be told of, or to be waited for in another way. */
    private void requestsChanged() {
        if (requested.highest() == NO_VECTOR) {
            return;
        }
        if (nextVector() != NO_VECTOR) {
            owner.interruptPending();
        } else {
            owner.lookAgain();
        }
    }

    private void setTrigger(int vector, boolean level) {
        if (levelTriggered.contains(vector) != level) {
            triggerModesChanged = true;
            if (level) {
                levelTriggered.add(vector);
            } else {
                levelTriggered.remove(vector);
            }
        }
    }

    // ---- Messages from outside.

    boolean isAddressedBy(long message) {
        if (mode == ApicMode.DISABLED) {
            return false;
        }
        int destination = InterruptMessage.destination(message);
        if (LogicalDestination.isBroadcast(mode, destination)) {
            return true;
        }
        return InterruptMessage.isLogical(message) ? logical.matches(mode, id, destination) : destination == id;
    }

    /** Takes a message that addresses this local APIC. */
    void receive(long message) {
        switch (InterruptMessage.mode(message)) {
            case DeliveryMode.FIXED, DeliveryMode.LOWEST_PRIORITY, DeliveryMode.EXTERNAL ->
                request(InterruptMessage.vector(message), InterruptMessage.isLevelTriggered(message));
            case DeliveryMode.NMI -> owner.nonMaskableInterrupt();
            case DeliveryMode.INIT -> owner.initialize();
            case DeliveryMode.STARTUP -> owner.startUp(InterruptMessage.vector(message));
            default -> {
                // SMI: there is no system management mode to enter.
            }
        }
    }

    /** Requests a fixed interrupt, as a device or another CPU would. */
    public void request(int vector, boolean level) {
        if (!isEnabled()) {
            return;
        }
        if (vector < FIRST_LEGAL_VECTOR) {
            raiseError(ERROR_RECEIVED_ILLEGAL_VECTOR);
            return;
        }
        accept(vector, level);
    }

    private void accept(int vector, boolean level) {
        setTrigger(vector, level);
        requested.add(vector);
        requestsChanged();
    }

    /** Requests an edge-triggered interrupt that must not be lost: while the guest has its APIC disabled, it waits (Xen: vlapic_set_irq). */
    public void requestLasting(int vector) {
        accept(vector, false);
    }

    /** An interrupt of the local vector table. */
    void raiseLocal(int entry) {
        if ((entry & LVT_MASKED) != 0) {
            return;
        }
        if (DeliveryMode.of(entry) == DeliveryMode.NMI) {
            owner.nonMaskableInterrupt();
        } else {
            request(entry & VECTOR_MASK, isLevelTriggered(entry));
        }
    }

    private static boolean isLevelTriggered(int entry) {
        return (entry & LVT_LEVEL_TRIGGERED) != 0 && DeliveryMode.of(entry) != DeliveryMode.FIXED;
    }

    void raiseError(int error) {
        boolean first = errors == 0;
        errors |= error;
        int entry = localVectors.read(ApicRegister.LVT_ERROR);
        if (first && (entry & LVT_MASKED) == 0 && (entry & VECTOR_MASK) >= FIRST_LEGAL_VECTOR) {
            raiseLegal(entry);
        }
    }

    /** An error interrupt with a legal vector raises no further error. */
    private void raiseLegal(int entry) {
        if (DeliveryMode.of(entry) == DeliveryMode.NMI) {
            owner.nonMaskableInterrupt();
        } else if (isEnabled()) {
            accept(entry & VECTOR_MASK, isLevelTriggered(entry));
        }
    }

    // ---- The register interface.

    /** Value of a register; 0 for those that do not exist, which is an error of the guest's, or cannot be read. Numbers are {@link ApicRegister}'s. */
    public int read(int register) {
        if (register >= ApicRegister.IN_SERVICE && register < ApicRegister.ERROR_STATUS) {
            return readVectors(register);
        }
        return switch (register) {
            case ApicRegister.ID -> mode == ApicMode.X2APIC ? id : id << XAPIC_ID_SHIFT;
            case ApicRegister.VERSION -> VERSION;
            case ApicRegister.TASK_PRIORITY -> processor.taskPriority();
            case ApicRegister.PROCESSOR_PRIORITY, ApicRegister.ARBITRATION_PRIORITY -> processorPriority();
            case ApicRegister.LOGICAL_DESTINATION -> logical.read(mode, id);
            case ApicRegister.DESTINATION_FORMAT -> logical.format();
            case ApicRegister.SPURIOUS_VECTOR -> spuriousVector;
            case ApicRegister.ERROR_STATUS -> errorStatus;
            case ApicRegister.INTERRUPT_COMMAND -> command.low();
            case ApicRegister.INTERRUPT_COMMAND_HIGH -> command.high();
            case ApicRegister.LVT_TIMER -> timer.entry();
            case ApicRegister.LVT_THERMAL, ApicRegister.LVT_PERFORMANCE, ApicRegister.LVT_LINT0, ApicRegister.LVT_LINT1,
                    ApicRegister.LVT_ERROR -> localVectors.read(register);
            case ApicRegister.TIMER_INITIAL_COUNT -> timer.initialCount();
            case ApicRegister.TIMER_CURRENT_COUNT -> timer.currentCount();
            case ApicRegister.TIMER_DIVIDE -> timer.divide();
            default -> {
                checkReserved(register);
                yield 0;
            }
        };
    }

    private void checkReserved(int register) {
        if (!ApicRegister.exists(register)) {
            raiseError(ERROR_ILLEGAL_REGISTER);
        }
    }

    private int readVectors(int register) {
        int word = register & VECTOR_WORDS - 1;
        if (register < ApicRegister.TRIGGER_MODE) {
            return inService.word(word);
        }
        return register < ApicRegister.INTERRUPT_REQUEST ? levelTriggered.word(word) : requested.word(word);
    }

    /** Writes a register; writes to those that do not exist, which is an error of the guest's, or are read-only do nothing. */
    public void write(int register, int value) {
        switch (register) {
            case ApicRegister.END_OF_INTERRUPT -> endOfInterrupt();
            case ApicRegister.TASK_PRIORITY -> setTaskPriority(value);
            case ApicRegister.INTERRUPT_COMMAND -> command.sendFromXApic(value);
            case ApicRegister.INTERRUPT_COMMAND_HIGH -> command.high(value);
            case ApicRegister.LOGICAL_DESTINATION -> logical.write(value);
            case ApicRegister.DESTINATION_FORMAT -> logical.writeFormat(value);
            case ApicRegister.SPURIOUS_VECTOR -> setSpuriousVector(value);
            case ApicRegister.ERROR_STATUS -> {
                errorStatus = errors;
                errors = 0;
            }
            case ApicRegister.LVT_TIMER -> timer.setEntry(LocalVectors.writable(register, value, isSoftwareEnabled()));
            case ApicRegister.LVT_THERMAL, ApicRegister.LVT_PERFORMANCE, ApicRegister.LVT_LINT0, ApicRegister.LVT_LINT1,
                    ApicRegister.LVT_ERROR -> localVectors.write(register, value, isSoftwareEnabled());
            case ApicRegister.TIMER_INITIAL_COUNT -> timer.setInitialCount(value);
            case ApicRegister.TIMER_DIVIDE -> timer.setDivide(value);
            default -> checkReserved(register);
        }
    }

    private void setSpuriousVector(int value) {
        spuriousVector = value & SPURIOUS_WRITABLE;
        if ((value & SOFTWARE_ENABLE) == 0) {
            localVectors.maskAll();
            timer.setEntry(timer.entry() | LVT_MASKED);
        }
        requestsChanged();
    }

    /** x2APIC's 64-bit interrupt command register: command below, destination above. */
    public long readCommand() {
        return command.read();
    }

    public void writeCommand(long value) {
        command.sendFromX2Apic(value);
    }

    /** x2APIC's SELF IPI register. */
    public void sendToSelf(int vector) {
        int own = vector & VECTOR_MASK;
        if (own < FIRST_LEGAL_VECTOR) {
            raiseError(ERROR_SENT_ILLEGAL_VECTOR);
        } else {
            request(own, false);
        }
    }

    /** IA32_TSC_DEADLINE. */
    public long timerDeadline() {
        return timer.deadlineTsc();
    }

    public void setTimerDeadline(long guestTsc) {
        timer.setDeadlineTsc(guestTsc);
    }
}
