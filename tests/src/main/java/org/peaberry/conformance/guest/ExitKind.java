/** What the area of exit costs does over and over: an instruction that exits, or for comparison one that does not. */
package org.peaberry.conformance.guest;

public enum ExitKind {
    /** What the loop around CPUID costs. */
    NO_CPUID("no-cpuid", 0),
    CPUID_VENDOR("cpuid-0", 0),
    CPUID_FEATURES("cpuid-1", 1),
    CPUID_CACHES("cpuid-4", 4),
    CPUID_XEN("cpuid-40000001", 0x4000_0001),
    CPUID_ADDRESS_SIZES("cpuid-80000008", 0x8000_0008),
    /** A leaf that no processor has. */
    CPUID_MISSING("cpuid-missing", 0x2000_0000),
    /** What the loop around a hypercall and the call of its stub cost. */
    NO_CALL("no-call", 0),
    XEN_VERSION("xen_version", 0);

    /** How often a measurement does it. */
    public static final int REPETITIONS = 256;

    private final String tag;
    private final int leaf;

    ExitKind(String tag, int leaf) {
        this.tag = tag;
        this.leaf = leaf;
    }

    /** Its name in the guest's report. */
    public String tag() {
        return tag;
    }

    /** For CPUID: what is in EAX. */
    int leaf() {
        return leaf;
    }

    public boolean isCall() {
        return this == NO_CALL || this == XEN_VERSION;
    }

    /** The same without the exit. */
    public ExitKind base() {
        return isCall() ? NO_CALL : NO_CPUID;
    }

    public boolean isBase() {
        return this == base();
    }
}
