/** What runs this program: the hypervisor, or a machine itself. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Cpuid;

abstract class Surroundings {
    /** The hypervisor when it announces itself by Xen's signature, otherwise the machine. */
    static Surroundings find() {
        return isXen() ? new XenSurroundings() : new NativeSurroundings();
    }

    /** Whether there are hypercalls. */
    static boolean isXen() {
        return Cpuid.query(XenSurroundings.SIGNATURE_LEAF, 0).ebx() == XenSurroundings.SIGNATURE;
    }

    /** Shows the first bytes of {@link GuestMemory#TEXT}. */
    abstract void write(int bytes);

    /** Turns the machine off. */
    abstract void end(boolean passed);

    abstract String name();
}
