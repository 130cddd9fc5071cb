/** What extended page tables and virtual-processor identifiers can do. Intel SDM vol. 3, appendix A.10. */
package org.peaberry.arch.vmx;

final class EptVpidCapability {
    static final long FOUR_LEVELS = 1L << 6;
    static final long WRITE_BACK_TABLES = 1L << 14;
    static final long LARGE_PAGES = 1L << 16;
    static final long GIGABYTE_PAGES = 1L << 17;
    static final long INVEPT = 1L << 20;
    static final long INVEPT_SINGLE_CONTEXT = 1L << 25;
    static final long INVVPID = 1L << 32;
    static final long INVVPID_SINGLE_CONTEXT = 1L << 41;

    private EptVpidCapability() {
    }
}
