/** Checks of the four entries at the root of a guest's PAE paging. SDM 26.3.1.6. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.SecondaryControls;

/** With EPT they are in the VMCS, otherwise in memory, where CR3 points. */
final class PageDirectoryPointerRules extends RuleGroup {
    private static final Field64[] ENTRIES = {Field64.GUEST_PDPTE_0, Field64.GUEST_PDPTE_1, Field64.GUEST_PDPTE_2, Field64.GUEST_PDPTE_3};
    private static final long PRESENT = 1;
    /** Bits 2:1 and 8:5. Intel SDM vol. 3, table 4-8. */
    private static final long RESERVED = 0x1e6;
    private static final long TABLE = 0xffff_ffe0L;

    @Override
    void check(EntryState state, Findings findings) {
        boolean hasPaging = (state.read(FieldNatural.GUEST_CR0) & Cr0.PAGING) != 0;
        boolean isExtended = (state.read(FieldNatural.GUEST_CR4) & Cr4.PHYSICAL_ADDRESS_EXTENSION) != 0;
        if (!hasPaging || !isExtended || state.isLongMode()) {
            return;
        }
        boolean isInVmcs = state.secondary(SecondaryControls.EPT);
        for (int i = 0; i < ENTRIES.length; i++) {
            if (isInVmcs) {
                findings.requireNone(wrongBits(state.read(ENTRIES[i]), state), GuestStateRule.PDPTE_RESERVED, ENTRIES[i]);
            } else {
                checkInMemory(i, state, findings);
            }
        }
    }

    private static void checkInMemory(int index, EntryState state, Findings findings) {
        long address = (state.read(FieldNatural.GUEST_CR3) & TABLE) + (long) index * Long.BYTES;
        if (state.vmcs.canReadMemory(address)) {
            findings.require(wrongBits(state.vmcs.memoryLong(address), state) == 0, GuestStateRule.PDPTE_RESERVED, FieldNatural.GUEST_CR3);
        }
    }

    private static long wrongBits(long entry, EntryState state) {
        return (entry & PRESENT) != 0 ? entry & (RESERVED | ~state.limits.addresses.physicalMask()) : 0;
    }
}
