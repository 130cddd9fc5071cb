/** Instruction counts at one moment of a run. */
package org.peaberry.bench;

/** @param hypervisor instructions of the hypervisor since its first one
 * @param guest all others
 * @param entries how often a guest was entered */
record Counts(long hypervisor, long guest, long entries) {
    Counts since(Counts earlier) {
        return new Counts(hypervisor - earlier.hypervisor, guest - earlier.guest, entries - earlier.entries);
    }

    long perEntry() {
        return entries == 0 ? 0 : hypervisor / entries;
    }
}
