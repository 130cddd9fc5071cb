/** The machine's processors, as dom0 is told of them. */
package org.peaberry.kernel.hypercall;

/** Filled at boot, in the order of CPU numbers. */
public final class PhysicalCpus {
    private static final int LIMIT = 256;

    private final int[] apicIds = new int[LIMIT];
    private final int[] acpiIds = new int[LIMIT];
    private int count;

    /** Adds the next one; those beyond 256 are left out. */
    public void add(int apicId, int acpiId) {
        if (count < LIMIT) {
            apicIds[count] = apicId;
            acpiIds[count++] = acpiId;
        }
    }

    public int count() {
        return count;
    }

    public boolean isPresent(int cpu) {
        return cpu >= 0 && cpu < count;
    }

    public int apicId(int cpu) {
        return apicIds[cpu];
    }

    public int acpiId(int cpu) {
        return acpiIds[cpu];
    }
}
