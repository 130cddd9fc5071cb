/** Linear addresses that a vCPU's kernel passes in hypercalls, translated by its own page tables. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.GuestPageWalk;
import org.peaberry.arch.decode.PageAccess;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.memory.AddressTranslation;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

public final class GuestTranslation implements AddressTranslation {
    private final GuestPageWalk walk;

    public GuestTranslation(VirtualCpu processor) {
        walk = new GuestPageWalk(processor);
    }

    @Override
    public GuestPhysicalAddress translate(GuestVirtualAddress address, boolean write) {
        return walk.translate(address, write ? PageAccess.WRITE : PageAccess.READ);
    }
}
