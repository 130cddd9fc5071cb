/** Finds compiled methods and call sites by code address. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** Binary searches over the {@link CodeTable}; indices, not structures, are returned so that "none" has a value. */
final class CompiledCode {
    private static final int METHOD_SIZE = 32;
    private static final int CALL_SITE_SIZE = 16;
    private static final int INLINE_FRAME_SIZE = 16;

    /** The method that was found last: the next one asked for is often the same. */
    @Shared(reason = "a hint, which is checked before it is believed")
    private static int lastFound = CodeTable.NONE;

    private CompiledCode() {
    }

    /** Start of all compiled code. */
    static Address textStart() {
        return RawMemory.symbol("text_start");
    }

    static CodeTable.Method method(int index) {
        return RawMemory.at(CodeTable.Method.class, RawMemory.symbol("method_table").plus((long) index * METHOD_SIZE));
    }

    static CodeTable.CallSite callSite(int index) {
        return RawMemory.at(CodeTable.CallSite.class, RawMemory.symbol("call_site_table").plus((long) index * CALL_SITE_SIZE));
    }

    static CodeTable.InlineFrame inlineFrame(int index) {
        return RawMemory.at(CodeTable.InlineFrame.class, RawMemory.symbol("inline_frame_table").plus((long) index * INLINE_FRAME_SIZE));
    }

    /** Zero-terminated UTF-8 of a name. */
    static Address name(int offset) {
        return RawMemory.symbol("name_table").plus(offset);
    }

    /** Index of the method whose code a return address belongs to, or {@link CodeTable#NONE}. A call may be a method's last instruction. */
    static int methodOfReturnAddress(Address returnAddress) {
        long offset = returnAddress.distanceFrom(textStart()) - 1;
        int hint = lastFound;
        if (hint != CodeTable.NONE && isIn(method(hint), offset)) {
            return hint;
        }
        int found = search(offset);
        if (found != CodeTable.NONE) {
            lastFound = found;
        }
        return found;
    }

    private static boolean isIn(CodeTable.Method method, long offset) {
        long start = method.codeOffset();
        return offset >= start && offset < start + method.codeSize();
    }

    private static int search(long offset) {
        int low = 0;
        int high = (int) (RawMemory.symbol("method_table_end").distanceFrom(RawMemory.symbol("method_table")) / METHOD_SIZE) - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            CodeTable.Method method = method(middle);
            long start = method.codeOffset();
            if (offset < start) {
                high = middle - 1;
            } else if (offset >= start + method.codeSize()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return CodeTable.NONE;
    }

    /** Index of the call site of a method that returns to the address, or {@link CodeTable#NONE}. */
    static int callSiteOf(CodeTable.Method method, Address returnAddress) {
        long offset = returnAddress.distanceFrom(textStart());
        int low = method.firstCallSite();
        int high = low + method.callSiteCount() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            long returnOffset = callSite(middle).returnOffset();
            if (offset < returnOffset) {
                high = middle - 1;
            } else if (offset > returnOffset) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return CodeTable.NONE;
    }
}
