/** 16-bit VMCS fields for controls, guest and host, in the manual's order. Intel SDM vol. 3, appendix B, tables B-1 to B-3. */
package org.peaberry.arch.vmx;

public enum Field16 implements WritableField {
    VPID(0x0000),
    POSTED_INTERRUPT_VECTOR(0x0002),
    EPTP_INDEX(0x0004),
    HLAT_PREFIX_SIZE(0x0006),
    LAST_PID_POINTER_INDEX(0x0008),
    GUEST_ES_SELECTOR(0x0800),
    GUEST_CS_SELECTOR(0x0802),
    GUEST_SS_SELECTOR(0x0804),
    GUEST_DS_SELECTOR(0x0806),
    GUEST_FS_SELECTOR(0x0808),
    GUEST_GS_SELECTOR(0x080A),
    GUEST_LDTR_SELECTOR(0x080C),
    GUEST_TR_SELECTOR(0x080E),
    GUEST_INTERRUPT_STATUS(0x0810),
    PAGE_MODIFICATION_LOG_INDEX(0x0812),
    GUEST_USER_INTERRUPT_VECTOR(0x0814),
    HOST_ES_SELECTOR(0x0C00),
    HOST_CS_SELECTOR(0x0C02),
    HOST_SS_SELECTOR(0x0C04),
    HOST_DS_SELECTOR(0x0C06),
    HOST_FS_SELECTOR(0x0C08),
    HOST_GS_SELECTOR(0x0C0A),
    HOST_TR_SELECTOR(0x0C0C);

    private final int encoding;

    Field16(int encoding) {
        this.encoding = encoding;
    }

    @Override
    public int encoding() {
        return encoding;
    }
}
