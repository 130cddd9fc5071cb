/** Layouts that tell a PVH guest where its things are. Xen's public/arch-x86/hvm/start_info.h. */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.Repeated;
import org.peaberry.runtime.annotation.RawStructure;

final class StartInfo {
    static final int MAGIC = 0x336ec578;
    static final int VERSION_WITH_MEMORY_MAP = 1;
    /** SIF_PRIVILEGED and SIF_INITDOMAIN (public/xen.h). */
    static final int PRIVILEGED = 1;
    static final int INITIAL_DOMAIN = 2;

    static final int HEADER_SIZE = 56;
    static final int MODULE_SIZE = 32;
    static final int MEMORY_ENTRY_SIZE = 24;
    static final int MEMORY_ENTRY_LIMIT = 128;

    private StartInfo() {
    }

    /** struct hvm_start_info; addresses are guest-physical. */
    @RawStructure(size = HEADER_SIZE)
    interface Header {
        @At(0) void magic(int value);
        @At(4) void version(int value);
        @At(8) void flags(int value);
        @At(12) void moduleCount(int value);
        @At(16) void modules(long address);
        @At(24) void commandLine(long address);
        @At(32) void rsdp(long address);
        @At(40) void memoryMap(long address);
        @At(48) void memoryMapEntries(int value);
        @At(52) void reserved(int value);
    }

    /** struct hvm_modlist_entry. */
    @RawStructure(size = MODULE_SIZE)
    interface Module {
        @At(0) void address(long value);
        @At(8) void size(long value);
        @At(16) void commandLine(long address);
        @At(24) void reserved(long value);
    }

    /** Array of struct hvm_memmap_table_entry; types are E820's. */
    @RawStructure(size = MEMORY_ENTRY_SIZE * MEMORY_ENTRY_LIMIT)
    interface MemoryMap {
        @At(0) @Repeated(count = MEMORY_ENTRY_LIMIT, stride = MEMORY_ENTRY_SIZE) void address(int index, long value);
        @At(8) @Repeated(count = MEMORY_ENTRY_LIMIT, stride = MEMORY_ENTRY_SIZE) void size(int index, long value);
        @At(16) @Repeated(count = MEMORY_ENTRY_LIMIT, stride = MEMORY_ENTRY_SIZE) void type(int index, int value);
        @At(20) @Repeated(count = MEMORY_ENTRY_LIMIT, stride = MEMORY_ENTRY_SIZE) void reserved(int index, int value);
    }
}
