/** The timer of an emulated local APIC: one-shot, periodic and TSC-deadline modes. Intel SDM vol. 3, §10.5.4. */
package org.peaberry.kernel.interrupt;

import org.peaberry.kernel.time.Timer;

/** The emulated bus clock runs at 1 GHz, so that counts divided are nanoseconds. */
final class ApicTimer extends Timer {
    /** Nanoseconds of one undivided count; CPUID-less guests calibrate against it. */
    static final long BUS_PERIOD = 1;

    private static final int MODE_SHIFT = 17;
    private static final int MODE_MASK = 3;
    private static final int PERIODIC = 1;
    private static final int TSC_DEADLINE = 2;
    /** Bits 0, 1 and 3 of the divide register. */
    private static final int DIVIDE_BITS = 0xb;
    private static final int DIVIDE_LOW = 3;
    /** Where bit 3 belongs, next to the low ones. */
    private static final int DIVIDE_HIGH = 4;
    private static final int DIVIDE_BY_ONE = 7;

    private final LocalApic apic;
    private int entry = LocalApic.LVT_MASKED;
    private int divide;
    private int initialCount;
    private long deadlineTsc;

    ApicTimer(LocalApic apic) {
        this.apic = apic;
    }

    void reset() {
        apic.owner().cancelTimer(this);
        entry = LocalApic.LVT_MASKED;
        divide = 0;
        initialCount = 0;
        deadlineTsc = 0;
    }

    int entry() {
        return entry;
    }

    void setEntry(int value) {
        if (mode(value) != mode(entry)) {
            apic.owner().cancelTimer(this);
            initialCount = 0;
            deadlineTsc = 0;
        }
        entry = value;
    }

    int divide() {
        return divide;
    }

    void setDivide(int value) {
        divide = value & DIVIDE_BITS;
    }

    int initialCount() {
        return initialCount;
    }

    void setInitialCount(int count) {
        if (mode(entry) == TSC_DEADLINE) {
            return;
        }
        initialCount = count;
        if (count == 0) {
            apic.owner().cancelTimer(this);
        } else {
            apic.owner().setTimer(this, apic.owner().now() + period());
        }
    }

    /** A periodic timer has begun the next period when it reaches 0, however late its interrupt is served. */
    int currentCount() {
        if (mode(entry) == TSC_DEADLINE || !isActive()) {
            return 0;
        }
        long left = deadline() - apic.owner().now();
        if (left <= 0) {
            left = mode(entry) == PERIODIC ? period() + left % period() : 0;
        }
        return (int) (left / BUS_PERIOD >> divideShift());
    }

    /** IA32_TSC_DEADLINE; 0 when not armed. */
    long deadlineTsc() {
        return deadlineTsc;
    }

    void setDeadlineTsc(long tsc) {
        if (mode(entry) != TSC_DEADLINE) {
            return;
        }
        deadlineTsc = tsc;
        if (tsc == 0) {
            apic.owner().cancelTimer(this);
        } else {
            apic.owner().setTimer(this, apic.owner().systemTimeOfGuestTsc(tsc));
        }
    }

    @Override
    protected void expired(long now) {
        deadlineTsc = 0;
        if (mode(entry) == PERIODIC && initialCount != 0) {
            apic.owner().setTimer(this, Math.max(deadline() + period(), now));
        }
        apic.raiseLocal(entry);
    }

    private long period() {
        return (initialCount & 0xffff_ffffL) * BUS_PERIOD << divideShift();
    }

    /** Binary logarithm of the divisor: 0b000 means 2, 0b110 means 128, 0b111 means 1. */
    private int divideShift() {
        int code = divide & DIVIDE_LOW | divide >> 1 & DIVIDE_HIGH;
        return code == DIVIDE_BY_ONE ? 0 : code + 1;
    }

    private static int mode(int entry) {
        return entry >> MODE_SHIFT & MODE_MASK;
    }
}
