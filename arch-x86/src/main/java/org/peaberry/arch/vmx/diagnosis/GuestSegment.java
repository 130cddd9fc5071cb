/** The guest's segment registers as fields of the VMCS, and the bits of their access rights. Intel SDM vol. 3, section 25.4.1 and table 25-2. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.FieldNatural;

enum GuestSegment {
    ES(Field16.GUEST_ES_SELECTOR, FieldNatural.GUEST_ES_BASE, Field32.GUEST_ES_LIMIT, Field32.GUEST_ES_ACCESS_RIGHTS),
    CS(Field16.GUEST_CS_SELECTOR, FieldNatural.GUEST_CS_BASE, Field32.GUEST_CS_LIMIT, Field32.GUEST_CS_ACCESS_RIGHTS),
    SS(Field16.GUEST_SS_SELECTOR, FieldNatural.GUEST_SS_BASE, Field32.GUEST_SS_LIMIT, Field32.GUEST_SS_ACCESS_RIGHTS),
    DS(Field16.GUEST_DS_SELECTOR, FieldNatural.GUEST_DS_BASE, Field32.GUEST_DS_LIMIT, Field32.GUEST_DS_ACCESS_RIGHTS),
    FS(Field16.GUEST_FS_SELECTOR, FieldNatural.GUEST_FS_BASE, Field32.GUEST_FS_LIMIT, Field32.GUEST_FS_ACCESS_RIGHTS),
    GS(Field16.GUEST_GS_SELECTOR, FieldNatural.GUEST_GS_BASE, Field32.GUEST_GS_LIMIT, Field32.GUEST_GS_ACCESS_RIGHTS),
    LDTR(Field16.GUEST_LDTR_SELECTOR, FieldNatural.GUEST_LDTR_BASE, Field32.GUEST_LDTR_LIMIT, Field32.GUEST_LDTR_ACCESS_RIGHTS),
    TR(Field16.GUEST_TR_SELECTOR, FieldNatural.GUEST_TR_BASE, Field32.GUEST_TR_LIMIT, Field32.GUEST_TR_ACCESS_RIGHTS);

    static final int TYPE_MASK = 0xf;
    /** Of a type: the segment was accessed. */
    static final int ACCESSED = 1 << 0;
    /** Of a code segment's type: it may be read. */
    static final int READABLE = 1 << 1;
    /** Of a code segment's type: conforming. */
    static final int CONFORMING = 1 << 2;
    /** Of a type: code. */
    static final int CODE = 1 << 3;
    static final int CODE_OR_DATA = 1 << 4;
    static final int PRIVILEGE_SHIFT = 5;
    static final int PRIVILEGE_MASK = 3;
    static final int PRESENT = 1 << 7;
    static final int RESERVED_LOW = 0xf00;
    static final int LONG = 1 << 13;
    static final int BIG = 1 << 14;
    static final int GRANULAR = 1 << 15;
    static final int UNUSABLE = 1 << 16;
    static final int RESERVED_HIGH = 0xfffe_0000;
    /** Of a selector: the local descriptor table. */
    static final int LOCAL_TABLE = 1 << 2;
    private static final int LIMIT_LOW = 0xfff;
    private static final int LIMIT_HIGH = 0xfff0_0000;

    private static final GuestSegment[] ALL = values();
    private static final int CODE_AND_DATA = 6;

    final Field16 selectorField;
    final FieldNatural baseField;
    final Field32 limitField;
    final Field32 rightsField;

    GuestSegment(Field16 selector, FieldNatural base, Field32 limit, Field32 rights) {
        this.selectorField = selector;
        this.baseField = base;
        this.limitField = limit;
        this.rightsField = rights;
    }

    /** How many registers hold code and data; they are the first. */
    static int codeAndData() {
        return CODE_AND_DATA;
    }

    static GuestSegment of(int index) {
        return ALL[index];
    }

    int selector(EntryState state) {
        return state.read(selectorField);
    }

    /** Requested privilege level of the selector. */
    int requestedPrivilege(EntryState state) {
        return selector(state) & PRIVILEGE_MASK;
    }

    long base(EntryState state) {
        return state.read(baseField);
    }

    int rights(EntryState state) {
        return state.read(rightsField);
    }

    int type(EntryState state) {
        return rights(state) & TYPE_MASK;
    }

    int privilege(EntryState state) {
        return rights(state) >> PRIVILEGE_SHIFT & PRIVILEGE_MASK;
    }

    boolean isUsable(EntryState state) {
        return (rights(state) & UNUSABLE) == 0;
    }

    boolean needsBytes(EntryState state) {
        return (state.read(limitField) & LIMIT_LOW) != LIMIT_LOW;
    }

    boolean needsPages(EntryState state) {
        return (state.read(limitField) & LIMIT_HIGH) != 0;
    }
}
