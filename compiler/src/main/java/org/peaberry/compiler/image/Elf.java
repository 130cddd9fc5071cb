/** Numbers of the ELF format that are read and written. System V ABI, generic edition, chapters 4 and 5; AMD64 supplement, §4.4. */
package org.peaberry.compiler.image;

final class Elf {
    static final int MAGIC = 0x464c457f;
    static final int IDENTIFICATION_SIZE = 16;
    static final int CLASS_32 = 1;
    static final int CLASS_64 = 2;
    static final int LITTLE_ENDIAN = 1;
    static final int VERSION = 1;

    static final int RELOCATABLE = 1;
    static final int EXECUTABLE = 2;
    static final int MACHINE_386 = 3;
    static final int MACHINE_X86_64 = 62;

    static final int HEADER_SIZE_32 = 52;
    static final int HEADER_SIZE_64 = 64;
    static final int PROGRAM_HEADER_SIZE_32 = 32;
    static final int PROGRAM_HEADER_SIZE_64 = 56;
    static final int SECTION_HEADER_SIZE_64 = 64;
    static final int SYMBOL_SIZE_64 = 24;
    static final int RELOCATION_SIZE_64 = 24;

    static final int LOAD = 1;
    static final int NOTE = 4;
    /** PT_GNU_STACK: without the execute flag the stack is not executable. Linux Standard Base, §12.1. */
    static final int GNU_STACK = 0x6474e551;
    static final int SEGMENT_EXECUTE = 1;
    static final int SEGMENT_WRITE = 2;
    static final int SEGMENT_READ = 4;

    static final int PROGRAM_BITS = 1;
    static final int SYMBOL_TABLE = 2;
    static final int STRING_TABLE = 3;
    static final int RELOCATIONS_WITH_ADDENDS = 4;
    static final int NOTES = 7;
    static final int NO_BITS = 8;
    static final int SECTION_WRITE = 1;
    static final int SECTION_ALLOCATE = 2;
    static final int SECTION_EXECUTE = 4;
    static final int UNDEFINED_SECTION = 0;
    static final int FIRST_RESERVED_SECTION = 0xff00;
    static final int ABSOLUTE_SECTION = 0xfff1;

    static final int GLOBAL_BINDING = 1;
    static final int LOCAL_BINDING = 0;
    static final int OBJECT_TYPE = 1;
    static final int FUNCTION_TYPE = 2;
    static final int SECTION_TYPE = 3;
    static final int BINDING_SHIFT = 4;
    static final int TYPE_MASK = 0xf;

    static final int R_X86_64_64 = 1;
    static final int R_X86_64_PC32 = 2;
    static final int R_X86_64_PLT32 = 4;
    static final int R_X86_64_32 = 10;
    static final int R_X86_64_32S = 11;

    private Elf() {
    }
}
