/** What a machine can run in. */
package org.peaberry.boot.machine;

public enum Emulator {
    /** AMD-V. */
    QEMU,
    /** VT-x, or AMD-V with its model ryzen. */
    BOCHS
}
