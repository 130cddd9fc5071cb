/** Checks of the host's control registers and model-specific registers. SDM 26.2.2. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;

final class HostRegisterRules extends RuleGroup {
    private static final long HIGH_HALF = 0xffff_ffff_0000_0000L;
    private static final long STACK_ALIGNMENT = 3;

    @Override
    void check(EntryState state, Findings findings) {
        checkControlRegisters(state, findings);
        findings.require(state.isCanonical(FieldNatural.HOST_SYSENTER_ESP), HostRule.SYSENTER_CANONICAL, FieldNatural.HOST_SYSENTER_ESP);
        findings.require(state.isCanonical(FieldNatural.HOST_SYSENTER_EIP), HostRule.SYSENTER_CANONICAL, FieldNatural.HOST_SYSENTER_EIP);
        if (state.exit(ExitControls.LOAD_PERF_GLOBAL_CONTROL)) {
            findings.requireNone(state.read(Field64.HOST_PERF_GLOBAL_CONTROL) & state.limits.registers.performanceReserved,
                    HostRule.PERFORMANCE_RESERVED, Field64.HOST_PERF_GLOBAL_CONTROL);
        }
        if (state.exit(ExitControls.LOAD_PAGE_ATTRIBUTE_TABLE)) {
            findings.requireNone(PageAttributes.wrongBytes(state.read(Field64.HOST_PAGE_ATTRIBUTE_TABLE)), HostRule.PAGE_ATTRIBUTES,
                    Field64.HOST_PAGE_ATTRIBUTE_TABLE);
        }
        if (state.exit(ExitControls.LOAD_EFER)) {
            checkEfer(state, findings);
        }
        if (state.exit(ExitControls.LOAD_CONTROL_FLOW_STATE)) {
            checkControlFlow(state, findings);
        }
        if (state.exit(ExitControls.LOAD_PROTECTION_KEYS)) {
            findings.requireNone(state.read(Field64.HOST_PROTECTION_KEYS) & HIGH_HALF, HostRule.PROTECTION_KEYS, Field64.HOST_PROTECTION_KEYS);
        }
    }

    private static void checkControlRegisters(EntryState state, Findings findings) {
        long cr0 = state.read(FieldNatural.HOST_CR0);
        long cr4 = state.read(FieldNatural.HOST_CR4);
        ProcessorLimits limits = state.limits;
        findings.requireNone(limits.cr0Mandatory & ~cr0, HostRule.CR0_MANDATORY, FieldNatural.HOST_CR0);
        findings.requireNone(cr0 & ~limits.cr0Allowed, HostRule.CR0_ALLOWED, FieldNatural.HOST_CR0);
        findings.requireNone(limits.cr4Mandatory & ~cr4, HostRule.CR4_MANDATORY, FieldNatural.HOST_CR4);
        findings.requireNone(cr4 & ~limits.cr4Allowed, HostRule.CR4_ALLOWED, FieldNatural.HOST_CR4);
        boolean needsWriteProtect = (cr4 & limits.cr4Allowed & Cr4.CONTROL_FLOW_ENFORCEMENT) != 0;
        findings.require(!needsWriteProtect || (cr0 & Cr0.WRITE_PROTECT) != 0, HostRule.CONTROL_FLOW_WRITE_PROTECT,
                FieldNatural.HOST_CR4, FieldNatural.HOST_CR0);
        findings.requireNone(state.read(FieldNatural.HOST_CR3) & ~limits.addresses.physicalMask(), HostRule.CR3_WIDTH, FieldNatural.HOST_CR3);
    }

    private static void checkEfer(EntryState state, Findings findings) {
        long efer = state.read(Field64.HOST_EFER);
        findings.requireNone(efer & state.limits.registers.eferReserved, HostRule.EFER_RESERVED, Field64.HOST_EFER);
        long mode = state.exit(ExitControls.HOST_ADDRESS_SPACE_64) ? Efer.LONG_MODE_ACTIVE | Efer.LONG_MODE_ENABLE : 0;
        findings.require((efer & (Efer.LONG_MODE_ACTIVE | Efer.LONG_MODE_ENABLE)) == mode, HostRule.EFER_MODE, Field64.HOST_EFER, Field32.EXIT_CONTROLS);
    }

    private static void checkControlFlow(EntryState state, Findings findings) {
        long control = state.read(FieldNatural.HOST_SUPERVISOR_CONTROL_FLOW);
        findings.requireNone(control & ControlFlow.RESERVED, HostRule.CONTROL_FLOW_RESERVED, FieldNatural.HOST_SUPERVISOR_CONTROL_FLOW);
        findings.require(ControlFlow.isTrackerGood(control), HostRule.CONTROL_FLOW_TRACKER, FieldNatural.HOST_SUPERVISOR_CONTROL_FLOW);
        findings.requireNone(state.read(FieldNatural.HOST_SHADOW_STACK_POINTER) & STACK_ALIGNMENT, HostRule.SHADOW_STACK_ALIGNMENT,
                FieldNatural.HOST_SHADOW_STACK_POINTER);
        findings.require(state.isCanonical(FieldNatural.HOST_SHADOW_STACK_TABLE), HostRule.SHADOW_STACK_TABLE_CANONICAL,
                FieldNatural.HOST_SHADOW_STACK_TABLE);
    }
}
