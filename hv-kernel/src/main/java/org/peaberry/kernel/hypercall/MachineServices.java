/** What hypercalls need of the machine beyond its memory and time; the hypervisor's main program brings it. */
package org.peaberry.kernel.hypercall;

public final class MachineServices {
    private final GuestConsole console;
    private final SleepControl sleep;
    private final PciRegistry pci = new PciRegistry();
    private final PhysicalCpus cpus = new PhysicalCpus();
    private final HypervisorIdentity identity;

    public MachineServices(GuestConsole console, SleepControl sleep, HypervisorIdentity identity) {
        this.console = console;
        this.sleep = sleep;
        this.identity = identity;
    }

    /** The operator's console. */
    public GuestConsole console() {
        return console;
    }

    public SleepControl sleep() {
        return sleep;
    }

    public PciRegistry pci() {
        return pci;
    }

    public PhysicalCpus cpus() {
        return cpus;
    }

    public HypervisorIdentity identity() {
        return identity;
    }
}
