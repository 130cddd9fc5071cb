/** The compiled methods and their call sites, as the compiler writes them into the image for unwinding and stack traces. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/**
 * Four tables, each between two linker symbols: {@code method_table} (sorted by code offset), {@code call_site_table} (grouped by
 * method, sorted by return offset), {@code inline_frame_table}, and {@code name_table} (zero-terminated UTF-8, referred to by
 * offset). Code offsets count from the symbol {@code text_start}. Every check that can throw calls its throwing method, so
 * that every place an exception can come from is a call site.
 */
public final class CodeTable {
    /** {@link CallSite#handlerOffset} where no handler covers the call, and {@link CallSite#inlinedAt} where nothing was inlined. */
    public static final int NONE = -1;

    /**
     * An access that is a null check is a call site, too: its return offset is this much behind the first byte of the instruction, where no
     * call can return to.
     */
    public static final int FAULT_SITE = 1;

    /** Name of the methods that traces leave out. */
    public static final String HIDDEN_NAME = "";

    private CodeTable() {
    }

    /** One compiled method. */
    @RawStructure(size = 32)
    public interface Method {
        @At(0) int codeOffset();
        @At(4) int codeSize();
        /** Bytes the prologue takes from the stack: the return address is at stack pointer + frameSize. */
        @At(8) int frameSize();
        /** Index of the first call site. */
        @At(12) int firstCallSite();
        @At(16) int callSiteCount();
        /** "package.Class.method". */
        @At(20) int nameOffset();
        /** "File.java". */
        @At(24) int fileOffset();
    }

    /** One call instruction, or one access that is a null check. */
    @RawStructure(size = 16)
    public interface CallSite {
        /** Where the call returns to. */
        @At(0) int returnOffset();
        /** Where an exception that passes this call continues, with the exception in RAX and the frame's stack pointer; or {@link #NONE}. */
        @At(4) int handlerOffset();
        @At(8) int line();
        /** Index into the inline frames: the method whose code this is (it was inlined) comes first; or {@link #NONE}. */
        @At(12) int inlinedAt();
    }

    /**
     * One level of inlining. A call site with {@code inlinedAt = f} is in method {@code f.name} at the call site's line; that was
     * called at {@code f.callerLine} of {@code f.caller} (or of the compiled method itself when NONE).
     */
    @RawStructure(size = 16)
    public interface InlineFrame {
        @At(0) int nameOffset();
        @At(4) int fileOffset();
        @At(8) int callerLine();
        @At(12) int caller();
    }
}
