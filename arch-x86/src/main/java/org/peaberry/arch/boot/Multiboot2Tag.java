/** What a Multiboot 2 loader passes: a list of tags. Multiboot2 Specification 2.0, section 3.6. */
package org.peaberry.arch.boot;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** The head of each tag; tags start at multiples of 8 after {@link Header}. */
@RawStructure(size = Multiboot2Tag.SIZE)
public interface Multiboot2Tag {
    int SIZE = 8;
    int ALIGNMENT = 8;

    int END = 0;
    int COMMAND_LINE = 1;
    int LOADER_NAME = 2;
    int MODULE = 3;
    int MEMORY_MAP = 6;
    int ACPI_OLD_RSDP = 14;
    int ACPI_NEW_RSDP = 15;

    @At(0)
    int type();

    /** Bytes with this head. */
    @At(4)
    int size();

    /** Before the first tag. */
    @RawStructure(size = Header.SIZE)
    interface Header {
        int SIZE = 8;

        /** Bytes of all tags and this. */
        @At(0)
        int totalSize();
    }

    /** A tag of type {@link #MODULE}; its string follows. */
    @RawStructure(size = Module.SIZE)
    interface Module {
        int SIZE = 16;

        @At(8)
        int start();

        /** The byte after the last one. */
        @At(12)
        int end();
    }

    /** A tag of type {@link #MEMORY_MAP}; its ranges follow. */
    @RawStructure(size = MemoryMap.SIZE)
    interface MemoryMap {
        int SIZE = 16;

        /** Bytes from one range to the next. */
        @At(8)
        int entrySize();
    }

    /** One element of the memory map. */
    @RawStructure(size = Range.SIZE)
    interface Range {
        int SIZE = 24;

        @At(0)
        long base();

        @At(8)
        long length();

        /** As INT 15h, AX=E820h numbers them. */
        @At(16)
        int type();
    }
}
