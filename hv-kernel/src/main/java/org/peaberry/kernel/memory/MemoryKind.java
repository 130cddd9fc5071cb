/** What a range of physical memory is, as firmware says it. */
package org.peaberry.kernel.memory;

/** The numbers are those of INT 15h, AX=E820h (ACPI specification 6.5, table 15.3), which Xen's memory maps use too. */
public enum MemoryKind {
    RAM(1),
    RESERVED(2),
    ACPI_RECLAIMABLE(3),
    ACPI_NVS(4),
    UNUSABLE(5);

    private final int number;

    MemoryKind(int number) {
        this.number = number;
    }

    /** The type field of an E820 entry. */
    public int number() {
        return number;
    }

    /** The kind of an E820 type; types that no one defined count as reserved. */
    public static MemoryKind of(int number) {
        return switch (number) {
            case 1 -> RAM;
            case 3 -> ACPI_RECLAIMABLE;
            case 4 -> ACPI_NVS;
            case 5 -> UNUSABLE;
            default -> RESERVED;
        };
    }
}
