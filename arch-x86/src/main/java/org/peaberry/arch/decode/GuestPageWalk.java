/** Translates linear addresses as the guest's processor would: its page tables, its access rights. Intel SDM vol. 3, chapter 4. */
package org.peaberry.arch.decode;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.GuestMemory;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.annotation.CrossesSpaces;
import org.peaberry.runtime.annotation.NoRecursion;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

/**
 * One for each virtual CPU. Reserved bits are not checked: the processor did so before it used an entry, and emulators set Accessed bits
 * where there are none. Sets Accessed and Dirty bits.
 */
public final class GuestPageWalk {
    /** What {@link #translate} gives when the access would fault: no valid address has all bits set. */
    public static final long FAULT = -1;

    private static final long CR3_PAE_MASK = 0xffff_ffe0L;
    private static final long LOW_WORD = 0xffff_ffffL;
    private static final int PAE_POINTER_LEVEL = 3;

    private final VirtualCpu cpu;
    private final GuestMemory memory;
    private int errorCode;
    private long rights;
    private boolean isNoExecute;

    public GuestPageWalk(VirtualCpu cpu) {
        this.cpu = cpu;
        this.memory = cpu.machine().memory();
    }

    /** Error code for the page fault that the guest is to get after {@link #FAULT}. */
    public int errorCode() {
        return errorCode;
    }

    /** Whether an address is one that {@link #translate} gives for a fault. */
    public static boolean isFault(GuestPhysicalAddress address) {
        return address.toLong() == FAULT;
    }

    /** As {@link #translate} for the privilege level that the guest has now. */
    public GuestPhysicalAddress translateForGuest(GuestVirtualAddress address, int access) {
        return translate(address, cpu.privilegeLevel() == 3 ? access | PageAccess.USER : access);
    }

    /** @param access bits of {@link PageAccess}: WRITE, USER, FETCH */
    @NoRecursion(reason = "the guest's page tables decide what is walked, on a stack of the hypervisor")
    @CrossesSpaces(reason = "the guest's page tables translate, or paging is off")
    public GuestPhysicalAddress translate(GuestVirtualAddress address, int access) {
        PagingMode mode = PagingMode.of(cpu);
        if (mode == PagingMode.NONE) {
            return GuestPhysicalAddress.of(address.toLong() & LOW_WORD);
        }
        if (!mode.isCanonical(address.toLong())) {
            return fault(access);
        }
        rights = GuestPageEntry.WRITABLE | GuestPageEntry.USER;
        isNoExecute = false;
        return GuestPhysicalAddress.of(walk(mode, address.toLong(), access));
    }

    private long walk(PagingMode mode, long address, int access) {
        long table = rootOf(mode);
        for (int level = mode.levels(); level > 0; level--) {
            GuestPhysicalAddress where = GuestPhysicalAddress.of(table + (long) mode.index(address, level) * mode.entryBytes());
            Address slot = memory.addressOf(where);
            if (slot.isZero()) {
                return fault(access).toLong();
            }
            long entry = load(slot, mode);
            if ((entry & GuestPageEntry.PRESENT) == 0) {
                return fault(access).toLong();
            }
            restrict(mode, level, entry);
            boolean isLeaf = isLeaf(mode, level, entry);
            if (isLeaf && !isPermitted(access)) {
                return fault(access | PageAccess.PRESENT).toLong();
            }
            mark(mode, level, where, entry, isLeaf && (access & PageAccess.WRITE) != 0);
            if (isLeaf) {
                return GuestPageEntry.target(mode, entry, level, address);
            }
            table = entry & GuestPageEntry.ADDRESS;
        }
        throw new IllegalStateException("a page table of level 0");
    }

    private long rootOf(PagingMode mode) {
        return cpu.cr3() & (mode == PagingMode.PAE ? CR3_PAE_MASK : GuestPageEntry.ADDRESS);
    }

    private static long load(Address slot, PagingMode mode) {
        return mode.entryBytes() == Integer.BYTES ? slot.loadInt() & LOW_WORD : slot.loadLong();
    }

    private boolean isLeaf(PagingMode mode, int level, long entry) {
        if (level == 1) {
            return true;
        }
        boolean isLarge = (entry & GuestPageEntry.LARGE) != 0 && mode.canBeLeaf(level);
        return isLarge && (mode != PagingMode.TWO_LEVELS || (cpu.cr4() & Cr4.PAGE_SIZE_EXTENSIONS) != 0);
    }

    /** An access needs the right in every entry on the way; PAE's directory pointers have no rights. */
    private void restrict(PagingMode mode, int level, long entry) {
        if (mode == PagingMode.PAE && level == PAE_POINTER_LEVEL) {
            return;
        }
        rights &= entry;
        isNoExecute |= (entry & GuestPageEntry.NO_EXECUTE) != 0 && (cpu.efer() & Efer.NO_EXECUTE) != 0;
    }

    private boolean isPermitted(int access) {
        boolean isUser = (access & PageAccess.USER) != 0;
        boolean isUserPage = (rights & GuestPageEntry.USER) != 0;
        if (isUser && !isUserPage) {
            return false;
        }
        if ((access & PageAccess.FETCH) != 0) {
            return !isNoExecute && (isUser || !isUserPage || (cpu.cr4() & Cr4.SUPERVISOR_EXECUTION_PREVENTION) == 0);
        }
        boolean isWritable = (rights & GuestPageEntry.WRITABLE) != 0 || !isUser && (cpu.cr0() & Cr0.WRITE_PROTECT) == 0;
        return ((access & PageAccess.WRITE) == 0 || isWritable) && (isUser || !isUserPage || maySupervisorAccessUser());
    }

    private boolean maySupervisorAccessUser() {
        return (cpu.cr4() & Cr4.SUPERVISOR_ACCESS_PREVENTION) == 0 || (cpu.rflags() & Rflags.ALIGNMENT_CHECK) != 0;
    }

    private void mark(PagingMode mode, int level, GuestPhysicalAddress where, long entry, boolean isDirty) {
        long marked = entry | GuestPageEntry.ACCESSED | (isDirty ? GuestPageEntry.DIRTY : 0);
        if (marked == entry || mode == PagingMode.PAE && level == PAE_POINTER_LEVEL) {
            return;
        }
        Address slot = memory.writableAddressOf(where);
        if (slot.isZero()) {
            return;
        }
        if (mode.entryBytes() == Integer.BYTES) {
            slot.compareAndSwap((int) entry, (int) marked);
        } else {
            slot.compareAndSwap(entry, marked);
        }
    }

    private GuestPhysicalAddress fault(int code) {
        boolean tellsFetch = (cpu.efer() & Efer.NO_EXECUTE) != 0 || (cpu.cr4() & Cr4.SUPERVISOR_EXECUTION_PREVENTION) != 0;
        errorCode = tellsFetch ? code : code & ~PageAccess.FETCH;
        return GuestPhysicalAddress.of(FAULT);
    }
}
