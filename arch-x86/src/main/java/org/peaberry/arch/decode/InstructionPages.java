/** Where code pages that exit often are in the host's memory, so that an instruction's bytes are found without a walk. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.Address;

/**
 * A direct-mapped cache by linear page. The guest may change its page tables without our knowledge: what is found here is a guess, and the
 * bytes must be the instruction that is expected, or else one walks. Entries die when the guest's physical memory map changes.
 */
final class InstructionPages {
    private static final int COUNT = 16;
    private static final int PAGE_SHIFT = 12;
    private static final long PAGE_SIZE = 1L << PAGE_SHIFT;
    private static final int SUPERVISOR_ROOT = 0;
    private static final int USER_LEVEL = 3;

    private final VirtualCpu cpu;
    private final long[] pages = new long[COUNT];
    private final long[] roots = new long[COUNT];
    private final long[] hosts = new long[COUNT];
    private long generation;

    InstructionPages(VirtualCpu cpu) {
        this.cpu = cpu;
        forget();
    }

    /** Where the byte at a linear address may be; zero when the page is not known. */
    Address guess(long linear) {
        long page = linear >>> PAGE_SHIFT;
        int slot = (int) page & COUNT - 1;
        if (pages[slot] != page || roots[slot] != root() || generation != cpu.machine().nestedPages().generation()) {
            return Address.zero();
        }
        return Address.of(hosts[slot] + (linear & PAGE_SIZE - 1));
    }

    /** Remembers what a walk has found. */
    void remember(long linear, Address host) {
        long now = cpu.machine().nestedPages().generation();
        if (generation != now) {
            forget();
            generation = now;
        }
        long page = linear >>> PAGE_SHIFT;
        int slot = (int) page & COUNT - 1;
        pages[slot] = page;
        roots[slot] = root();
        hosts[slot] = host.toLong() - (linear & PAGE_SIZE - 1);
    }

    /** Kernels map themselves at the same place in all their page tables. */
    private long root() {
        return cpu.privilegeLevel() == USER_LEVEL ? cpu.cr3() : SUPERVISOR_ROOT;
    }

    private void forget() {
        for (int i = 0; i < COUNT; i++) {
            pages[i] = -1;
        }
    }
}
