/** Checks of VPID, the EPT pointer and the HLAT pointer. SDM 26.2.1.1. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.SecondaryControls;

/** Capabilities: Intel SDM vol. 3, appendix A.10. */
final class TranslationRules extends RuleGroup {
    private static final long FOUR_LEVELS = 1L << 6;
    private static final long FIVE_LEVELS = 1L << 7;
    private static final long UNCACHEABLE = 1L << 8;
    private static final long WRITE_BACK = 1L << 14;
    private static final long ACCESSED_DIRTY = 1L << 21;
    private static final long SHADOW_STACK = 1L << 23;

    private static final int TYPE_MASK = 7;
    private static final int TYPE_UNCACHEABLE = 0;
    private static final int TYPE_WRITE_BACK = 6;
    private static final int WALK_SHIFT = 3;
    private static final int WALK_MASK = 7;
    private static final int WALK_FOUR = 3;
    private static final int WALK_FIVE = 4;
    private static final long POINTER_ACCESSED_DIRTY = 1 << 6;
    private static final long POINTER_SHADOW_STACK = 1 << 7;
    private static final long POINTER_RESERVED = 0xf00;
    /** Bits 2:0 and 11:5. */
    private static final long HLAT_RESERVED = 0xfe7;

    @Override
    void check(EntryState state, Findings findings) {
        if (state.secondary(SecondaryControls.VPID)) {
            findings.require(state.read(Field16.VPID) != 0, ExecutionControlRule.VPID_ZERO, Field16.VPID);
        }
        if (state.secondary(SecondaryControls.EPT)) {
            checkEptPointer(state.read(Field64.EPT_POINTER), state.limits, findings);
        }
        if (state.has(ControlWord.TERTIARY, TertiaryControls.HYPERVISOR_LINEAR_TRANSLATION)) {
            long pointer = state.read(Field64.HLAT_POINTER);
            findings.requireNone(pointer & HLAT_RESERVED, ExecutionControlRule.HLAT_RESERVED, Field64.HLAT_POINTER);
            findings.requireNone(pointer & ~state.limits.addresses.physicalMask(), ExecutionControlRule.HLAT_WIDTH, Field64.HLAT_POINTER);
        }
    }

    private static void checkEptPointer(long pointer, ProcessorLimits limits, Findings findings) {
        long can = limits.translation;
        findings.require(isMemoryType((int) pointer & TYPE_MASK, can), ExecutionControlRule.EPT_MEMORY_TYPE, Field64.EPT_POINTER);
        findings.require(isWalkLength((int) pointer >> WALK_SHIFT & WALK_MASK, can), ExecutionControlRule.EPT_WALK_LENGTH, Field64.EPT_POINTER);
        findings.requireNone((can & ACCESSED_DIRTY) != 0 ? 0 : pointer & POINTER_ACCESSED_DIRTY, ExecutionControlRule.EPT_ACCESSED_DIRTY, Field64.EPT_POINTER);
        findings.requireNone((can & SHADOW_STACK) != 0 ? 0 : pointer & POINTER_SHADOW_STACK, ExecutionControlRule.EPT_SHADOW_STACK, Field64.EPT_POINTER);
        findings.requireNone(pointer & POINTER_RESERVED, ExecutionControlRule.EPT_RESERVED, Field64.EPT_POINTER);
        findings.requireNone(pointer & ~limits.addresses.physicalMask(), ExecutionControlRule.EPT_WIDTH, Field64.EPT_POINTER);
    }

    private static boolean isMemoryType(int type, long can) {
        return type == TYPE_UNCACHEABLE && (can & UNCACHEABLE) != 0 || type == TYPE_WRITE_BACK && (can & WRITE_BACK) != 0;
    }

    private static boolean isWalkLength(int length, long can) {
        return length == WALK_FOUR && (can & FOUR_LEVELS) != 0 || length == WALK_FIVE && (can & FIVE_LEVELS) != 0;
    }
}
