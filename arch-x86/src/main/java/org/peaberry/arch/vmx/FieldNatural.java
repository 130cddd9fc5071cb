/** Natural-width VMCS fields for controls, guest and host, in the manual's order. Intel SDM vol. 3, appendix B, tables B-12, B-14 and B-15. */
package org.peaberry.arch.vmx;

public enum FieldNatural implements WritableField {
    CR0_MASK(0x6000),
    CR4_MASK(0x6002),
    CR0_READ_SHADOW(0x6004),
    CR4_READ_SHADOW(0x6006),
    CR3_TARGET_0(0x6008),
    CR3_TARGET_1(0x600A),
    CR3_TARGET_2(0x600C),
    CR3_TARGET_3(0x600E),
    GUEST_CR0(0x6800),
    GUEST_CR3(0x6802),
    GUEST_CR4(0x6804),
    GUEST_ES_BASE(0x6806),
    GUEST_CS_BASE(0x6808),
    GUEST_SS_BASE(0x680A),
    GUEST_DS_BASE(0x680C),
    GUEST_FS_BASE(0x680E),
    GUEST_GS_BASE(0x6810),
    GUEST_LDTR_BASE(0x6812),
    GUEST_TR_BASE(0x6814),
    GUEST_GDTR_BASE(0x6816),
    GUEST_IDTR_BASE(0x6818),
    GUEST_DR7(0x681A),
    GUEST_RSP(0x681C),
    GUEST_RIP(0x681E),
    GUEST_RFLAGS(0x6820),
    GUEST_PENDING_DEBUG_EXCEPTIONS(0x6822),
    GUEST_SYSENTER_ESP(0x6824),
    GUEST_SYSENTER_EIP(0x6826),
    GUEST_SUPERVISOR_CONTROL_FLOW(0x6828),
    GUEST_SHADOW_STACK_POINTER(0x682A),
    GUEST_SHADOW_STACK_TABLE(0x682C),
    HOST_CR0(0x6C00),
    HOST_CR3(0x6C02),
    HOST_CR4(0x6C04),
    HOST_FS_BASE(0x6C06),
    HOST_GS_BASE(0x6C08),
    HOST_TR_BASE(0x6C0A),
    HOST_GDTR_BASE(0x6C0C),
    HOST_IDTR_BASE(0x6C0E),
    HOST_SYSENTER_ESP(0x6C10),
    HOST_SYSENTER_EIP(0x6C12),
    HOST_RSP(0x6C14),
    HOST_RIP(0x6C16),
    HOST_SUPERVISOR_CONTROL_FLOW(0x6C18),
    HOST_SHADOW_STACK_POINTER(0x6C1A),
    HOST_SHADOW_STACK_TABLE(0x6C1C);

    private final int encoding;

    FieldNatural(int encoding) {
        this.encoding = encoding;
    }

    @Override
    public int encoding() {
        return encoding;
    }
}
