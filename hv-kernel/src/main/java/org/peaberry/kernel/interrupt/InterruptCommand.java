/** The interrupt command register of an emulated local APIC: sends interrupts to other ones, or to itself. Intel SDM vol. 3, section 10.6.1. */
package org.peaberry.kernel.interrupt;

final class InterruptCommand {
    private static final int VECTOR_MASK = 0xff;
    private static final int DELIVERY_PENDING = 1 << 12;
    private static final int LEVEL_ASSERT = 1 << 14;
    private static final int LEVEL_TRIGGERED = 1 << 15;
    private static final int SHORTHAND_SHIFT = 18;
    private static final int SHORTHAND_MASK = 3;
    private static final int SHORTHAND_SELF = 1;
    private static final int SHORTHAND_ALL = 2;
    private static final int SHORTHAND_OTHERS = 3;
    private static final int XAPIC_SHIFT = 24;
    private static final int XAPIC_BROADCAST = 0xff;
    private static final long LOW_HALF = 0xffff_ffffL;

    private final LocalApic sender;
    private final ApicBus bus;
    private int low;
    private int high;

    InterruptCommand(LocalApic sender, ApicBus bus) {
        this.sender = sender;
        this.bus = bus;
    }

    void reset() {
        low = 0;
        high = 0;
    }

    int low() {
        return low;
    }

    int high() {
        return high;
    }

    void high(int value) {
        high = value;
    }

    /** Both halves, as x2APIC shows them. */
    long read() {
        return (long) high << Integer.SIZE | low & LOW_HALF;
    }

    /** A write of the lower half sends; the destination is in the upper one's highest byte. */
    void sendFromXApic(int value) {
        int destination = high >>> XAPIC_SHIFT;
        send(value, destination == XAPIC_BROADCAST ? -1 : destination);
    }

    void sendFromX2Apic(long value) {
        high = (int) (value >> Integer.SIZE);
        send((int) value, high);
    }

    private void send(int value, int destination) {
        low = value & ~DELIVERY_PENDING;
        if (isDeassertOfInit(value)) {
            return;
        }
        if (DeliveryMode.of(value) == DeliveryMode.FIXED && (value & VECTOR_MASK) < LocalApic.FIRST_LEGAL_VECTOR) {
            sender.raiseError(LocalApic.ERROR_SENT_ILLEGAL_VECTOR);
            return;
        }
        long message = InterruptMessage.of(low & ~LEVEL_TRIGGERED, destination);
        switch (value >> SHORTHAND_SHIFT & SHORTHAND_MASK) {
            case SHORTHAND_SELF -> sender.receive(message);
            case SHORTHAND_ALL -> bus.sendToAll(message, null);
            case SHORTHAND_OTHERS -> bus.sendToAll(message, sender);
            default -> bus.send(message);
        }
    }

    /** An ancient message that tells arbitration to begin anew. */
    private static boolean isDeassertOfInit(int value) {
        return DeliveryMode.of(value) == DeliveryMode.INIT && (value & LEVEL_TRIGGERED) != 0 && (value & LEVEL_ASSERT) == 0;
    }
}
