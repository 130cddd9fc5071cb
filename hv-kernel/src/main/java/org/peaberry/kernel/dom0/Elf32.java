/** Layouts of 32-bit ELF files. System V ABI, "Object Files". */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

final class Elf32 {
    static final int HEADER_SIZE = 52;
    static final int PROGRAM_HEADER_SIZE = 32;

    private Elf32() {
    }

    /** Elf32_Ehdr. */
    @RawStructure(size = HEADER_SIZE)
    interface Header {
        @At(18) char machine();
        @At(28) int programHeaderOffset();
        @At(42) char programHeaderSize();
        @At(44) char programHeaderCount();
    }

    /** Elf32_Phdr. */
    @RawStructure(size = PROGRAM_HEADER_SIZE)
    interface ProgramHeader {
        @At(0) int type();
        @At(4) int offset();
        @At(12) int physicalAddress();
        @At(16) int fileSize();
        @At(20) int memorySize();
    }
}
