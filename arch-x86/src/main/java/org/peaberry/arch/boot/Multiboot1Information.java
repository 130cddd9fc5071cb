/** What a Multiboot 1 loader passes. Multiboot Specification 0.6.96, section 3.3. */
package org.peaberry.arch.boot;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Addresses are physical. */
@RawStructure(size = 116)
public interface Multiboot1Information {
    int HAS_COMMAND_LINE = 1 << 2;
    int HAS_MODULES = 1 << 3;
    int HAS_MEMORY_MAP = 1 << 6;
    int HAS_LOADER_NAME = 1 << 9;

    /** Which of the other fields are valid. */
    @At(0)
    int flags();

    @At(16)
    int commandLine();

    @At(20)
    int moduleCount();

    @At(24)
    int modules();

    @At(44)
    int memoryMapBytes();

    @At(48)
    int memoryMap();

    @At(64)
    int loaderName();

    /** One element of the list of modules. */
    @RawStructure(size = Module.SIZE)
    interface Module {
        int SIZE = 16;

        @At(0)
        int start();

        /** The byte after the last one. */
        @At(4)
        int end();

        @At(8)
        int string();
    }

    /** One element of the memory map. */
    @RawStructure(size = 24)
    interface Range {
        int MINIMUM_SIZE = 20;

        /** Bytes that follow this field. */
        @At(0)
        int size();

        @At(4)
        long base();

        @At(12)
        long length();

        /** As INT 15h, AX=E820h numbers them. */
        @At(20)
        int type();
    }
}
