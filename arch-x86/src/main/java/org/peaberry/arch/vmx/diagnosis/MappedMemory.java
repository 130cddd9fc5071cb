/** Asks the running page tables whether an address can be read, so that a diagnosis of wrong pointers does not fault itself. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Four-level paging, whose tables are all in the direct map. Intel SDM vol. 3, section 4.5. */
final class MappedMemory {
    private static final int LEVELS = 4;
    private static final int PAGE_SHIFT = 12;
    private static final int INDEX_BITS = 9;
    private static final long INDEX_MASK = (1 << INDEX_BITS) - 1;
    private static final long PRESENT = 1;
    private static final long LARGE = 1 << 7;
    private static final long TABLE = 0x000f_ffff_ffff_f000L;

    private MappedMemory() {
    }

    static boolean contains(long address) {
        long table = Processor.readCr3() & TABLE;
        for (int level = LEVELS; level > 0; level--) {
            long index = address >>> PAGE_SHIFT + INDEX_BITS * (level - 1) & INDEX_MASK;
            long entry = DirectMap.addressOf(PhysicalAddress.of(table)).loadLong(index * Long.BYTES);
            if ((entry & PRESENT) == 0) {
                return false;
            }
            if (level > 1 && (entry & LARGE) != 0) {
                return true;
            }
            table = entry & TABLE;
        }
        return true;
    }
}
