/** How a run ended, and the exit status that tells it. */
package org.peaberry.boot.machine;

public enum Ending {
    POWERED_OFF(0, "the machine powered itself off"),
    /** A reset that nobody asked the emulator for: dom0's reboot, or a triple fault. */
    RESET(1, "the machine reset itself"),
    EMULATOR_FAILED(1, "the emulator could not run the machine: see its message"),
    PANICKED(3, "the hypervisor panicked"),
    TIME_LIMIT(124, "the time limit was reached"),
    ENDED_BY_USER(130, "ended with Ctrl-A X");

    private final int status;
    private final String description;

    Ending(int status, String description) {
        this.status = status;
        this.description = description;
    }

    public int status() {
        return status;
    }

    public String description() {
        return description;
    }
}
