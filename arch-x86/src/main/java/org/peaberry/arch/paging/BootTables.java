/** The page tables that nasm/boot.asm makes, in use until the hypervisor has its own. */
package org.peaberry.arch.paging;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.CrossesSpaces;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@BootOnly
@CrossesSpaces(reason = "page tables hold physical addresses")
public final class BootTables {
    private BootTables() {
    }

    /**
     * Takes away the mapping of virtual to equal physical addresses, address zero with it: an access through null faults from now on. To be
     * called when the descriptor tables are where they stay, since those of boot.asm are in that mapping.
     */
    public static void unmapLowAddresses() {
        long root = Processor.readCr3();
        Address firstEntry = DirectMap.addressOf(PhysicalAddress.of(root));
        firstEntry.store(0L);
        Processor.writeCr3(root);
    }
}
