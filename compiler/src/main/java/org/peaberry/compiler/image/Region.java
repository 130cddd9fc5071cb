/** The parts of an image, in the order of their addresses; each has its own permissions. */
package org.peaberry.compiler.image;

import java.util.Locale;

public enum Region {
    /** Entry code, its data and tables, linked at physical addresses: all sections named .boot* or .multiboot. */
    BOOT(true, true),
    /** ELF notes, by which a loader learns of other entry points. */
    NOTES(false, false),
    TEXT(false, true),
    RODATA(false, false),
    DATA(true, false),
    /** Zeros, not stored in the file. */
    BSS(true, false);

    private final boolean writable;
    private final boolean executable;

    Region(boolean writable, boolean executable) {
        this.writable = writable;
        this.executable = executable;
    }

    public boolean isWritable() {
        return writable;
    }

    public boolean isExecutable() {
        return executable;
    }

    /** As in the linker symbols: {@code text} in {@code text_start}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
