/** Fields of an I/O APIC redirection table entry. 82093AA data sheet, §3.2.4. */
package org.peaberry.kernel.interrupt;

final class RedirectionEntry {
    static final long MASKED = 1L << 16;
    static final long LEVEL_TRIGGERED = 1L << 15;
    static final long REMOTE_IRR = 1L << 14;
    static final long ACTIVE_LOW = 1L << 13;
    static final long DELIVERY_PENDING = 1L << 12;
    /** What software cannot change. */
    static final long READ_ONLY = REMOTE_IRR | DELIVERY_PENDING;

    private static final long LOGICAL = 1L << 11;
    private static final int VECTOR_MASK = 0xff;
    private static final int DESTINATION_SHIFT = 56;

    private RedirectionEntry() {
    }

    static int vector(long entry) {
        return (int) entry & VECTOR_MASK;
    }

    static boolean isMasked(long entry) {
        return (entry & MASKED) != 0;
    }

    static boolean isLevelTriggered(long entry) {
        return (entry & LEVEL_TRIGGERED) != 0;
    }

    static boolean isActiveLow(long entry) {
        return (entry & ACTIVE_LOW) != 0;
    }

    static boolean awaitsEndOfInterrupt(long entry) {
        return (entry & REMOTE_IRR) != 0;
    }

    static long message(long entry) {
        return InterruptMessage.of(vector(entry), DeliveryMode.of((int) entry), (entry & LOGICAL) != 0, isLevelTriggered(entry),
                (int) (entry >>> DESTINATION_SHIFT));
    }
}
