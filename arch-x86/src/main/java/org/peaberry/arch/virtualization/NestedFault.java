/** An access that the nested page table did not permit; filled by the backend at {@link ExitReason#NESTED_PAGE_FAULT}. */
package org.peaberry.arch.virtualization;

import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** One for each virtual CPU, valid until the guest runs again. */
public final class NestedFault {
    private GuestPhysicalAddress address = GuestPhysicalAddress.zero();
    private boolean isWrite;
    private boolean isFetch;
    private boolean isMapped;
    private boolean isTableWalk;

    /** For backends: says what the access was. */
    public void set(GuestPhysicalAddress newAddress, boolean write, boolean fetch, boolean mapped, boolean tableWalk) {
        address = newAddress;
        isWrite = write;
        isFetch = fetch;
        isMapped = mapped;
        isTableWalk = tableWalk;
    }

    /** The first byte that was not accessible. */
    public GuestPhysicalAddress address() {
        return address;
    }

    public boolean isWrite() {
        return isWrite;
    }

    /** An instruction fetch. */
    public boolean isFetch() {
        return isFetch;
    }

    /** The page is mapped, but not for this kind of access. */
    public boolean isMapped() {
        return isMapped;
    }

    /** It was the processor, walking the guest's page tables: there is no instruction to emulate. */
    public boolean isTableWalk() {
        return isTableWalk;
    }
}
