/** What an exception becomes that is raised while another one is delivered. Intel SDM vol. 3, table 6-5; AMD APM vol. 2, table 8-3. */
package org.peaberry.arch.virtualization;

public final class DoubleFaultRules {
    /** Answer for an exception during the delivery of a double fault. */
    public static final long SHUTDOWN = 0;

    private static final int DOUBLE_FAULT = 8;
    private static final int PAGE_FAULT = 14;
    /** Divide error, invalid TSS, segment not present, stack fault, general protection. */
    private static final int CONTRIBUTORY = 1 << 0 | 1 << 10 | 1 << 11 | 1 << 12 | 1 << 13;

    private DoubleFaultRules() {
    }

    /** The event to deliver in the place of both exceptions, or {@link #SHUTDOWN}. */
    public static long combine(long first, long second) {
        int before = Event.vector(first);
        int now = Event.vector(second);
        boolean isSevere = isContributory(now) || now == PAGE_FAULT && (before == PAGE_FAULT || before == DOUBLE_FAULT);
        if (isSevere && before == DOUBLE_FAULT) {
            return SHUTDOWN;
        }
        if (isSevere && (isContributory(before) || before == PAGE_FAULT)) {
            return Event.exception(DOUBLE_FAULT, 0);
        }
        return second;
    }

    private static boolean isContributory(int vector) {
        return (CONTRIBUTORY >>> vector & 1) != 0;
    }
}
