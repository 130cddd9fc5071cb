/** Fields of a guest's segment registers, and the form of their attributes. Intel SDM vol. 3, section 25.4.1 and table 25-2. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;

/** The VMCS is current. Tables are indexed by {@link SegmentRegister}. */
final class SegmentFields {
    /** Bit 16 of the access rights: the register holds a null selector. */
    static final int UNUSABLE = 1 << 16;
    /** Bits of the access rights that a descriptor has in the same place. */
    private static final int ATTRIBUTES = 0xf0ff;

    private static final Field16[] SELECTORS = {Field16.GUEST_ES_SELECTOR, Field16.GUEST_CS_SELECTOR, Field16.GUEST_SS_SELECTOR,
        Field16.GUEST_DS_SELECTOR, Field16.GUEST_FS_SELECTOR, Field16.GUEST_GS_SELECTOR, null, Field16.GUEST_LDTR_SELECTOR, null, Field16.GUEST_TR_SELECTOR};
    private static final FieldNatural[] BASES = {FieldNatural.GUEST_ES_BASE, FieldNatural.GUEST_CS_BASE, FieldNatural.GUEST_SS_BASE,
        FieldNatural.GUEST_DS_BASE, FieldNatural.GUEST_FS_BASE, FieldNatural.GUEST_GS_BASE, FieldNatural.GUEST_GDTR_BASE,
        FieldNatural.GUEST_LDTR_BASE, FieldNatural.GUEST_IDTR_BASE, FieldNatural.GUEST_TR_BASE};
    private static final Field32[] LIMITS = {Field32.GUEST_ES_LIMIT, Field32.GUEST_CS_LIMIT, Field32.GUEST_SS_LIMIT, Field32.GUEST_DS_LIMIT,
        Field32.GUEST_FS_LIMIT, Field32.GUEST_GS_LIMIT, Field32.GUEST_GDTR_LIMIT, Field32.GUEST_LDTR_LIMIT, Field32.GUEST_IDTR_LIMIT,
        Field32.GUEST_TR_LIMIT};
    private static final Field32[] RIGHTS = {Field32.GUEST_ES_ACCESS_RIGHTS, Field32.GUEST_CS_ACCESS_RIGHTS, Field32.GUEST_SS_ACCESS_RIGHTS,
        Field32.GUEST_DS_ACCESS_RIGHTS, Field32.GUEST_FS_ACCESS_RIGHTS, Field32.GUEST_GS_ACCESS_RIGHTS, null, Field32.GUEST_LDTR_ACCESS_RIGHTS, null,
        Field32.GUEST_TR_ACCESS_RIGHTS};

    private SegmentFields() {
    }

    static int selector(SegmentRegister register) {
        Field16 field = SELECTORS[register.ordinal()];
        return field == null ? 0 : Vmcs.read(field);
    }

    static long base(SegmentRegister register) {
        return Vmcs.read(BASES[register.ordinal()]);
    }

    static int limit(SegmentRegister register) {
        return Vmcs.read(LIMITS[register.ordinal()]);
    }

    /** An unusable register is not present; its privilege level still counts. */
    static int attributes(SegmentRegister register) {
        Field32 field = RIGHTS[register.ordinal()];
        int rights = field == null ? 0 : Vmcs.read(field);
        return (rights & UNUSABLE) == 0 ? rights & ATTRIBUTES : rights & SegmentAttributes.PRIVILEGE_MASK << SegmentAttributes.PRIVILEGE_SHIFT;
    }

    static void write(SegmentRegister register, int selector, long base, int limit, int attributes) {
        int index = register.ordinal();
        Vmcs.write(BASES[index], base);
        Vmcs.write(LIMITS[index], limit);
        if (SELECTORS[index] != null) {
            Vmcs.write(SELECTORS[index], selector);
            Vmcs.write(RIGHTS[index], attributes & ATTRIBUTES | ((attributes & SegmentAttributes.PRESENT) == 0 ? UNUSABLE : 0));
        }
    }
}
