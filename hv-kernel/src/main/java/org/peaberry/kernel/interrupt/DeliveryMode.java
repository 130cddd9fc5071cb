/** What an interrupt message does at its destination: bits 8 to 10 of an ICR, an LVT entry or a redirection entry. */
package org.peaberry.kernel.interrupt;

/** Intel SDM vol. 3, §10.6.1 (ICR) and the 82093AA data sheet, §3.2.4. */
public final class DeliveryMode {
    public static final int FIXED = 0;
    public static final int LOWEST_PRIORITY = 1;
    public static final int SMI = 2;
    public static final int NMI = 4;
    public static final int INIT = 5;
    public static final int STARTUP = 6;
    public static final int EXTERNAL = 7;

    /** Position and width of the field. */
    static final int SHIFT = 8;
    static final int MASK = 7;

    private DeliveryMode() {
    }

    /** The mode in a register's value. */
    static int of(int register) {
        return register >> SHIFT & MASK;
    }
}
