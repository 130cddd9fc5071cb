/** What the hypervisor executed until dom0's init. */
package org.peaberry.bench.bochs;

/** @param instructions of the hypervisor, since its first one
 * @param beforeGuest those of them before the first entry
 * @param entries how often a guest was entered */
public record BootCounts(long instructions, long beforeGuest, long entries) {
    public long perEntry() {
        return (instructions - beforeGuest) / Math.max(1, entries);
    }
}
