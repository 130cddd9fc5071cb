/** An emulated local APIC, in xAPIC and x2APIC mode. Intel SDM vol. 3, chapter 10. */
package org.peaberry.kernel.interrupt;

/** One per vCPU. Runs on the CPU that runs the vCPU, or under its domain's lock. */
public final class LocalApic {
    /** {@link #nextVector} when nothing can be delivered. */
    public static final int NO_VECTOR = VectorSet.NONE;
    /** Mask bit of a local vector table entry. */
    static final int LVT_MASKED = 1 << 16;

    /** Version 0x14, LVT entries 0 to 5. */
    private static final int VERSION = 0x14 | 5 << 16;
    private static final int LVT_COUNT = 6;
    private static final int LVT_LEVEL_TRIGGERED = 1 << 15;
    private static final int LVT_READ_ONLY = 1 << 12 | 1 << 14;
    private static final int VECTOR_MASK = 0xff;
    private static final int PRIORITY_CLASS = 0xf0;
    private static final int FIRST_LEGAL_VECTOR = 16;
    private static final int ERROR_RECEIVED_ILLEGAL_VECTOR = 1 << 6;
    private static final int ERROR_SENT_ILLEGAL_VECTOR = 1 << 5;
    private static final int SPURIOUS_RESET = 0xff;
    private static final int SOFTWARE_ENABLE = 1 << 8;
    private static final int SPURIOUS_WRITABLE = 0x3ff;
    private static final int BROADCAST = 0xff;
    private static final int XAPIC_ID_SHIFT = 24;
    private static final int FLAT_MODEL = 0xf;
    private static final int MODEL_SHIFT = 28;
    private static final int X2APIC_CLUSTER_SHIFT = 16;
    private static final int X2APIC_MEMBERS = 0xffff;
    private static final int ICR_DELIVERY_PENDING = 1 << 12;
    private static final int ICR_LEVEL_ASSERT = 1 << 14;
    private static final int ICR_LEVEL_TRIGGERED = 1 << 15;
    private static final int SHORTHAND_SHIFT = 18;
    private static final int SHORTHAND_MASK = 3;
    private static final int SHORTHAND_SELF = 1;
    private static final int SHORTHAND_ALL = 2;
    private static final int SHORTHAND_OTHERS = 3;

    private final int id;
    private final ApicBus bus;
    private final LocalApicOwner owner;
    private final ApicTimer timer;
    private final VectorSet requested = new VectorSet();
    private final VectorSet inService = new VectorSet();
    private final VectorSet levelTriggered = new VectorSet();
    private final int[] localVectors = new int[LVT_COUNT];
    private ApicMode mode = ApicMode.XAPIC;
    private int taskPriority;
    private int spuriousVector;
    private int logicalDestination;
    private int destinationFormat;
    private int errors;
    private int errorStatus;
    private int command;
    private int commandHigh;

    public LocalApic(int id, ApicBus bus, LocalApicOwner owner) {
        this.id = id;
        this.bus = bus;
        this.owner = owner;
        timer = new ApicTimer(this);
        bus.connect(this);
        reset();
    }

    /** The state after power-up or INIT; the mode stays. */
    public void reset() {
        requested.clear();
        inService.clear();
        levelTriggered.clear();
        for (int i = 0; i < LVT_COUNT; i++) {
            localVectors[i] = LVT_MASKED;
        }
        taskPriority = 0;
        spuriousVector = SPURIOUS_RESET;
        logicalDestination = 0;
        destinationFormat = -1;
        errors = 0;
        errorStatus = 0;
        command = 0;
        commandHigh = 0;
        timer.reset();
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
    }

    /** Software-enabled (bit 8 of the spurious vector register) and not switched off. */
    boolean isEnabled() {
        return mode != ApicMode.DISABLED && (spuriousVector & SOFTWARE_ENABLE) != 0;
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

    /** CR8's view of the task priority. */
    public int taskPriorityClass() {
        return taskPriority >> 4;
    }

    public void setTaskPriorityClass(int priorityClass) {
        setTaskPriority(priorityClass << 4);
    }

    private int processorPriority() {
        int serviced = inService.highest();
        if (serviced == NO_VECTOR || (taskPriority & PRIORITY_CLASS) >= (serviced & PRIORITY_CLASS)) {
            return taskPriority;
        }
        return serviced & PRIORITY_CLASS;
    }

    private void setTaskPriority(int value) {
        taskPriority = value & VECTOR_MASK;
        notifyIfDeliverable();
    }

    private void endOfInterrupt() {
        int vector = inService.highest();
        if (vector == NO_VECTOR) {
            return;
        }
        inService.remove(vector);
        if (levelTriggered.contains(vector)) {
            bus.endOfInterrupt(vector);
        }
        notifyIfDeliverable();
    }

    private void notifyIfDeliverable() {
        if (nextVector() != NO_VECTOR) {
            owner.interruptPending();
        }
    }

    // ---- Messages from outside.

    boolean isAddressedBy(long message) {
        if (mode == ApicMode.DISABLED) {
            return false;
        }
        int destination = InterruptMessage.destination(message);
        if (destination == -1 || mode == ApicMode.XAPIC && destination == BROADCAST) {
            return true;
        }
        return InterruptMessage.isLogical(message) ? matchesLogical(destination) : destination == id;
    }

    private boolean matchesLogical(int destination) {
        if (mode == ApicMode.X2APIC) {
            int own = x2ApicLogicalDestination();
            boolean sameCluster = destination >>> X2APIC_CLUSTER_SHIFT == own >>> X2APIC_CLUSTER_SHIFT;
            return sameCluster && (destination & own & X2APIC_MEMBERS) != 0;
        }
        int own = logicalDestination >>> XAPIC_ID_SHIFT;
        if (destinationFormat >>> MODEL_SHIFT == FLAT_MODEL) {
            return (own & destination) != 0;
        }
        return (own & 0xf0) == (destination & 0xf0) && (own & destination & 0xf) != 0;
    }

    private int x2ApicLogicalDestination() {
        return id >> 4 << X2APIC_CLUSTER_SHIFT | 1 << (id & 0xf);
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
        if (level) {
            levelTriggered.add(vector);
        } else {
            levelTriggered.remove(vector);
        }
        requested.add(vector);
        notifyIfDeliverable();
    }

    /** Requests an edge-triggered interrupt that must not be lost: while the guest has its APIC disabled, it waits (Xen: vlapic_set_irq). */
    public void requestLasting(int vector) {
        levelTriggered.remove(vector);
        requested.add(vector);
        notifyIfDeliverable();
    }

    /** An interrupt of the local vector table. */
    void raiseLocal(int entry) {
        if ((entry & LVT_MASKED) != 0) {
            return;
        }
        if (DeliveryMode.of(entry) == DeliveryMode.NMI) {
            owner.nonMaskableInterrupt();
        } else {
            request(entry & VECTOR_MASK, (entry & LVT_LEVEL_TRIGGERED) != 0 && DeliveryMode.of(entry) != DeliveryMode.FIXED);
        }
    }

    private void raiseError(int error) {
        boolean first = errors == 0;
        errors |= error;
        int entry = localVectors[ApicRegister.LVT_ERROR - ApicRegister.LVT_TIMER];
        if (first && (entry & VECTOR_MASK) >= FIRST_LEGAL_VECTOR) {
            raiseLocal(entry);
        }
    }

    // ---- The register interface.

    /** Value of a register; 0 for those that do not exist or cannot be read. Numbers are {@link ApicRegister}'s. */
    public int read(int register) {
        if (register >= ApicRegister.IN_SERVICE && register < ApicRegister.ERROR_STATUS) {
            return readVectors(register);
        }
        return switch (register) {
            case ApicRegister.ID -> mode == ApicMode.X2APIC ? id : id << XAPIC_ID_SHIFT;
            case ApicRegister.VERSION -> VERSION;
            case ApicRegister.TASK_PRIORITY -> taskPriority;
            case ApicRegister.PROCESSOR_PRIORITY, ApicRegister.ARBITRATION_PRIORITY -> processorPriority();
            case ApicRegister.LOGICAL_DESTINATION -> mode == ApicMode.X2APIC ? x2ApicLogicalDestination() : logicalDestination;
            case ApicRegister.DESTINATION_FORMAT -> destinationFormat;
            case ApicRegister.SPURIOUS_VECTOR -> spuriousVector;
            case ApicRegister.ERROR_STATUS -> errorStatus;
            case ApicRegister.INTERRUPT_COMMAND -> command;
            case ApicRegister.INTERRUPT_COMMAND_HIGH -> commandHigh;
            case ApicRegister.LVT_TIMER -> timer.entry();
            case ApicRegister.LVT_THERMAL, ApicRegister.LVT_PERFORMANCE, ApicRegister.LVT_LINT0, ApicRegister.LVT_LINT1,
                    ApicRegister.LVT_ERROR -> localVectors[register - ApicRegister.LVT_TIMER];
            case ApicRegister.TIMER_INITIAL_COUNT -> timer.initialCount();
            case ApicRegister.TIMER_CURRENT_COUNT -> timer.currentCount();
            case ApicRegister.TIMER_DIVIDE -> timer.divide();
            default -> 0;
        };
    }

    private int readVectors(int register) {
        int word = register & 7;
        if (register < ApicRegister.TRIGGER_MODE) {
            return inService.word(word);
        }
        return register < ApicRegister.INTERRUPT_REQUEST ? levelTriggered.word(word) : requested.word(word);
    }

    /** Writes a register; writes to those that do not exist or are read-only do nothing. */
    public void write(int register, int value) {
        switch (register) {
            case ApicRegister.END_OF_INTERRUPT -> endOfInterrupt();
            case ApicRegister.TASK_PRIORITY -> setTaskPriority(value);
            case ApicRegister.INTERRUPT_COMMAND -> sendCommand(value, xApicDestination());
            case ApicRegister.INTERRUPT_COMMAND_HIGH -> commandHigh = value;
            case ApicRegister.LOGICAL_DESTINATION -> logicalDestination = value & VECTOR_MASK << XAPIC_ID_SHIFT;
            case ApicRegister.DESTINATION_FORMAT -> destinationFormat = value | -1 >>> 32 - MODEL_SHIFT;
            case ApicRegister.SPURIOUS_VECTOR -> setSpuriousVector(value);
            case ApicRegister.ERROR_STATUS -> {
                errorStatus = errors;
                errors = 0;
            }
            case ApicRegister.LVT_TIMER -> timer.setEntry(localVectorOf(value));
            case ApicRegister.LVT_THERMAL, ApicRegister.LVT_PERFORMANCE, ApicRegister.LVT_LINT0, ApicRegister.LVT_LINT1,
                    ApicRegister.LVT_ERROR -> localVectors[register - ApicRegister.LVT_TIMER] = localVectorOf(value);
            case ApicRegister.TIMER_INITIAL_COUNT -> timer.setInitialCount(value);
            case ApicRegister.TIMER_DIVIDE -> timer.setDivide(value);
            default -> {
                // Read-only or not there.
            }
        }
    }

    private int localVectorOf(int value) {
        int entry = value & ~LVT_READ_ONLY;
        return (spuriousVector & SOFTWARE_ENABLE) != 0 ? entry : entry | LVT_MASKED;
    }

    private void setSpuriousVector(int value) {
        spuriousVector = value & SPURIOUS_WRITABLE;
        if ((value & SOFTWARE_ENABLE) == 0) {
            for (int i = 0; i < LVT_COUNT; i++) {
                localVectors[i] |= LVT_MASKED;
            }
            timer.setEntry(timer.entry() | LVT_MASKED);
        } else {
            notifyIfDeliverable();
        }
    }

    /** x2APIC's 64-bit interrupt command register: command below, destination above. */
    public long readCommand() {
        return (long) commandHigh << Integer.SIZE | command & 0xffff_ffffL;
    }

    public void writeCommand(long value) {
        commandHigh = (int) (value >> Integer.SIZE);
        sendCommand((int) value, commandHigh);
    }

    /** x2APIC's SELF IPI register. */
    public void sendToSelf(int vector) {
        request(vector & VECTOR_MASK, false);
    }

    /** IA32_TSC_DEADLINE. */
    public long timerDeadline() {
        return timer.deadlineTsc();
    }

    public void setTimerDeadline(long guestTsc) {
        timer.setDeadlineTsc(guestTsc);
    }

    private int xApicDestination() {
        int destination = commandHigh >>> XAPIC_ID_SHIFT;
        return destination == BROADCAST ? -1 : destination;
    }

    private void sendCommand(int value, int destination) {
        command = value & ~ICR_DELIVERY_PENDING;
        int deliveryMode = DeliveryMode.of(value);
        boolean initDeassert = deliveryMode == DeliveryMode.INIT && (value & ICR_LEVEL_TRIGGERED) != 0 && (value & ICR_LEVEL_ASSERT) == 0;
        if (initDeassert) {
            return;
        }
        if (deliveryMode == DeliveryMode.FIXED && (value & VECTOR_MASK) < FIRST_LEGAL_VECTOR) {
            raiseError(ERROR_SENT_ILLEGAL_VECTOR);
            return;
        }
        long message = InterruptMessage.of(command & ~ICR_LEVEL_TRIGGERED, destination);
        switch (value >> SHORTHAND_SHIFT & SHORTHAND_MASK) {
            case SHORTHAND_SELF -> receive(message);
            case SHORTHAND_ALL -> bus.sendToAll(message, null);
            case SHORTHAND_OTHERS -> bus.sendToAll(message, this);
            default -> bus.send(message);
        }
    }
}
