/** Basic VMX information. Intel SDM vol. 3, appendix A.1. */
package org.peaberry.arch.vmx;

final class VmxBasic {
    /** What the first word of every region must hold. */
    static final long REVISION_MASK = 0x7fff_ffffL;
    static final long TRUE_CONTROLS = 1L << 55;

    private VmxBasic() {
    }
}
