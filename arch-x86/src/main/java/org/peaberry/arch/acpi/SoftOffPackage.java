/** Finds in the DSDT's byte code the package that says how to turn the machine off. ACPI specification 6.5, sections 7.4.2 and 20.2. */
package org.peaberry.arch.acpi;

import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** No interpreter: firmware writes {@code Name (_S5, Package () {a, b, …})} with constants. */
@BootOnly
final class SoftOffPackage {
    /** No package found. */
    static final int NONE = -1;

    private static final int NAME = Signature.of("_S5_");
    private static final int NAME_OP = 0x08;
    private static final int ROOT_PREFIX = '\\';
    private static final int PACKAGE_OP = 0x12;
    private static final int ZERO_OP = 0x00;
    private static final int ONE_OP = 0x01;
    private static final int BYTE_PREFIX = 0x0A;
    /** Upper two bits of a package length: how many bytes follow. */
    private static final int FOLLOWING_SHIFT = 6;
    private static final int SLEEP_TYPE_MASK = 7;
    private static final int BYTE_MASK = 0xff;
    /** What a byte beyond the table's end reads as. */
    private static final int BEYOND = 0xff;

    private final Address table;
    private final int length;

    private SoftOffPackage(Address table) {
        this.table = table;
        this.length = RawMemory.at(TableHeader.class, table).length();
    }

    /** SLP_TYPa in bits 0..2 and SLP_TYPb in bits 8..10, or {@link #NONE}. */
    static int find(Address table) {
        return new SoftOffPackage(table).search();
    }

    private int search() {
        for (int at = TableHeader.SIZE + 2; at <= length - Integer.BYTES; at++) {
            if (table.loadInt(at) == NAME && isDefinition(at)) {
                return readPackage(at + Integer.BYTES);
            }
        }
        return NONE;
    }

    private boolean isDefinition(int at) {
        int before = byteAt(at - 1);
        return before == NAME_OP || before == ROOT_PREFIX && byteAt(at - 2) == NAME_OP;
    }

    private int readPackage(int at) {
        if (byteAt(at) != PACKAGE_OP) {
            return NONE;
        }
        int elements = at + 2 + (byteAt(at + 1) >>> FOLLOWING_SHIFT);
        int count = byteAt(elements);
        int first = elements + 1;
        int typeA = count > 0 ? constant(first) : NONE;
        int typeB = count > 1 ? constant(first + sizeOfConstant(first)) : 0;
        return typeA == NONE || typeB == NONE ? NONE : typeA | typeB << Byte.SIZE;
    }

    private int sizeOfConstant(int at) {
        return byteAt(at) == BYTE_PREFIX ? 2 : 1;
    }

    private int constant(int at) {
        return switch (byteAt(at)) {
            case ZERO_OP -> 0;
            case ONE_OP -> 1;
            case BYTE_PREFIX -> byteAt(at + 1) & SLEEP_TYPE_MASK;
            default -> NONE;
        };
    }

    private int byteAt(int offset) {
        return offset < length ? table.loadByte(offset) & BYTE_MASK : BEYOND;
    }
}
