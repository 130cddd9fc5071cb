/** An interrupt on its way to local APICs: what an ICR write, an I/O APIC pin or an MSI sends. */
package org.peaberry.kernel.interrupt;

/** Packed into a long, so that sending allocates nothing. */
final class InterruptMessage {
    private static final int DESTINATION_SHIFT = 32;
    private static final int VECTOR_MASK = 0xff;
    private static final int LOGICAL = 1 << 11;
    private static final int LEVEL_TRIGGERED = 1 << 15;

    private InterruptMessage() {
    }

    /**
     * @param command     vector, delivery mode, destination mode and trigger mode where an ICR has them
     * @param destination APIC id, or logical destination
     */
    static long of(int command, int destination) {
        return (long) destination << DESTINATION_SHIFT | command & 0xffff_ffffL;
    }

    static long of(int vector, int mode, boolean logical, boolean level, int destination) {
        int command = vector | mode << DeliveryMode.SHIFT | (logical ? LOGICAL : 0) | (level ? LEVEL_TRIGGERED : 0);
        return of(command, destination);
    }

    static int vector(long message) {
        return (int) message & VECTOR_MASK;
    }

    static int mode(long message) {
        return DeliveryMode.of((int) message);
    }

    static boolean isLogical(long message) {
        return ((int) message & LOGICAL) != 0;
    }

    static boolean isLevelTriggered(long message) {
        return ((int) message & LEVEL_TRIGGERED) != 0;
    }

    static int destination(long message) {
        return (int) (message >> DESTINATION_SHIFT);
    }
}
