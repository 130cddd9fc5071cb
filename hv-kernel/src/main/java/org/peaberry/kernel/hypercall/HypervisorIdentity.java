/** What the hypervisor says of itself (xen_version). */
package org.peaberry.kernel.hypercall;

/** The version is Xen's whose interface is offered, because guests go by it. */
public final class HypervisorIdentity {
    public static final int MAJOR = 4;
    public static final int MINOR = 17;
    /** What guests may run in (Xen: arch_get_xen_caps). */
    static final String CAPABILITIES = "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 ";
    static final String EXTRA_VERSION = ".0-peaberry";
    static final String COMPILER = "peaberryc";
    static final String COMPILED_BY = "peaberry";
    static final String COMPILE_DOMAIN = "peaberry";
    static final String CHANGESET = "peaberry";

    private final String commandLine;
    private final String compileDate;

    /**
     * @param commandLine the hypervisor's own
     * @param compileDate of the image
     */
    public HypervisorIdentity(String commandLine, String compileDate) {
        this.commandLine = commandLine;
        this.compileDate = compileDate;
    }

    String commandLine() {
        return commandLine;
    }

    String compileDate() {
        return compileDate;
    }
}
