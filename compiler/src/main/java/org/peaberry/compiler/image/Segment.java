/** A placed region: consecutive bytes with the same permissions. */
package org.peaberry.compiler.image;

/**
 * @param address         virtual address, a multiple of the page size
 * @param physicalAddress where the boot loader puts it
 * @param contents        what the file stores
 * @param memorySize      bytes in memory; those after the contents are zero
 */
public record Segment(Region region, long address, long physicalAddress, byte[] contents, int memorySize) {
    public boolean isEmpty() {
        return memorySize == 0;
    }

    /** First address after it. */
    public long end() {
        return address + memorySize;
    }
}
