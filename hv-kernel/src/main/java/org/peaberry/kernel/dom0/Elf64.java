/** Layouts of 64-bit ELF files. System V ABI, "Object Files". */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

final class Elf64 {
    static final int HEADER_SIZE = 64;
    static final int PROGRAM_HEADER_SIZE = 56;

    private Elf64() {
    }

    /** Elf64_Ehdr. */
    @RawStructure(size = HEADER_SIZE)
    interface Header {
        @At(18) char machine();
        @At(32) long programHeaderOffset();
        @At(54) char programHeaderSize();
        @At(56) char programHeaderCount();
    }

    /** Elf64_Phdr. */
    @RawStructure(size = PROGRAM_HEADER_SIZE)
    interface ProgramHeader {
        @At(0) int type();
        @At(8) long offset();
        @At(24) long physicalAddress();
        @At(32) long fileSize();
        @At(40) long memorySize();
    }
}
