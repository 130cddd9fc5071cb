/** Which interrupt vectors are used for what. Higher vectors have higher priority, in classes of sixteen. */
package org.peaberry.arch.apic;

public final class Vector {
    /** Where the masked 8259s would deliver their spurious interrupts: 0x20..0x2F. */
    public static final int LEGACY_FIRST = 0x20;
    /** First vector for devices' lines. */
    public static final int DEVICE_FIRST = 0x30;
    /** Last vector for devices' lines. */
    public static final int DEVICE_LAST = 0xDF;
    /** The local APIC's timer. */
    public static final int TIMER = 0xF0;
    /** Another CPU wants this one to look at its pending work. */
    public static final int WAKE_UP = 0xF1;
    /** The local APIC found an error. */
    public static final int APIC_ERROR = 0xFE;
    /** An interrupt that went away before it was delivered. */
    public static final int SPURIOUS = 0xFF;

    private Vector() {
    }
}
