/** What a guest is doing besides running. Intel SDM vol. 3, section 25.4.2. */
package org.peaberry.arch.vmx.diagnosis;

final class ActivityState {
    static final int ACTIVE = 0;
    static final int HLT = 1;
    static final int SHUTDOWN = 2;
    static final int WAIT_FOR_STARTUP = 3;

    private ActivityState() {
    }
}
