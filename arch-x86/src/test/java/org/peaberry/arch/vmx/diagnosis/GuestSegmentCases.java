/** Ways to break each rule of the guest's segment registers. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.GuestSegment.*;
import static org.peaberry.arch.vmx.diagnosis.GuestSegmentRule.*;

import java.util.List;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.vmx.FieldNatural;

final class GuestSegmentCases {
    private static final long HIGH = 1L << 32;
    private static final List<GuestSegment> DATA = List.of(DS, ES, FS, GS);
    private static final List<GuestSegment> FLAT = List.of(CS, SS, DS, ES);

    private GuestSegmentCases() {
    }

    static void addTo(CaseList list) {
        addSelectorsAndBases(list);
        addVirtual8086(list);
        addCode(list);
        addStack(list);
        addData(list);
        addCommon(list);
        addSystem(list);
    }

    private static void addSelectorsAndBases(CaseList list) {
        list.add(SELECTOR_LOCAL, TR.selectorField, s -> s.set(TR.selectorField, 0x2C));
        list.add(SELECTOR_LOCAL, LDTR.selectorField, s -> localTable(s).set(LDTR.selectorField, 4));
        list.add(STACK_REQUESTED_PRIVILEGE, SS.selectorField, GuestMode.COMPATIBILITY, s -> s.set(CS.selectorField, 0x13));
        for (GuestSegment segment : List.of(FS, GS, TR)) {
            list.add(BASE_CANONICAL, segment.baseField, s -> s.set(segment.baseField, HostCases.NOT_CANONICAL));
        }
        list.add(BASE_CANONICAL, LDTR.baseField, s -> localTable(s).set(LDTR.baseField, HostCases.NOT_CANONICAL));
        for (GuestSegment segment : FLAT) {
            list.add(BASE_HIGH, segment.baseField, s -> s.set(segment.baseField, HIGH));
        }
    }

    private static Setup localTable(Setup setup) {
        return setup.set(LDTR.rightsField, 0x82).set(LDTR.limitField, 0xffff);
    }

    private static void addVirtual8086(CaseList list) {
        for (int i = 0; i < GuestSegment.codeAndData(); i++) {
            GuestSegment segment = GuestSegment.of(i);
            list.add(VIRTUAL_8086_BASE, segment.baseField, GuestMode.VIRTUAL_8086, s -> s.set(segment.baseField, 0));
            list.add(VIRTUAL_8086_LIMIT, segment.limitField, GuestMode.VIRTUAL_8086, s -> s.set(segment.limitField, -1));
            list.add(VIRTUAL_8086_RIGHTS, segment.rightsField, GuestMode.VIRTUAL_8086, s -> s.set(segment.rightsField, 0xC0F3));
        }
    }

    private static void addCode(CaseList list) {
        for (int type : new int[] {3, 8, 10, 1}) {
            list.add(CODE_TYPE, CS.rightsField, GuestMode.COMPATIBILITY, s -> s.set(CS.rightsField, 0xC090 | type));
        }
        for (int type : new int[] {1, 7, 8, 12}) {
            list.add(CODE_TYPE_UNRESTRICTED, CS.rightsField, s -> s.set(CS.rightsField, 0xA090 | type));
        }
        list.add(CODE_PRIVILEGE_DATA, CS.rightsField, GuestMode.PROTECTED, s -> s.set(CS.rightsField, 0xC0F3));
        list.add(CODE_PRIVILEGE, CS.rightsField, s -> s.with(CS.rightsField, 3 << 5));
        list.add(CODE_PRIVILEGE, CS.rightsField, s -> s.with(SS.rightsField, 1 << 5));
        list.add(CODE_PRIVILEGE_CONFORMING, CS.rightsField, s -> s.with(CS.rightsField, 1 << 2 | 1 << 5));
        list.add(CODE_SIZE, CS.rightsField, s -> s.with(CS.rightsField, GuestSegment.BIG));
    }

    private static void addStack(CaseList list) {
        for (int type : new int[] {0, 1, 2, 11}) {
            list.add(STACK_TYPE, SS.rightsField, s -> s.set(SS.rightsField, 0xC090 | type));
        }
        list.add(STACK_PRIVILEGE, SS.rightsField, GuestMode.COMPATIBILITY, s -> s.set(SS.selectorField, 0x11).set(CS.selectorField, 0x11));
        list.add(STACK_PRIVILEGE_REAL, SS.rightsField, GuestMode.REAL, s -> s.with(SS.rightsField, 1 << 5));
        list.add(STACK_PRIVILEGE_REAL, SS.rightsField, GuestMode.PROTECTED,
                s -> s.without(FieldNatural.GUEST_CR0, Cr0.PROTECTION).with(SS.rightsField, 1 << 5).with(CS.rightsField, 1 << 5));
    }

    private static void addData(CaseList list) {
        for (GuestSegment segment : DATA) {
            list.add(DATA_ACCESSED, segment.rightsField, s -> s.set(segment.rightsField, 0xC092));
            list.add(DATA_READABLE, segment.rightsField, s -> s.set(segment.rightsField, 0xC099));
            list.add(DATA_PRIVILEGE, segment.rightsField, GuestMode.COMPATIBILITY, s -> s.set(segment.selectorField, 0x13));
        }
    }

    private static void addCommon(CaseList list) {
        for (int i = 0; i < GuestSegment.codeAndData(); i++) {
            GuestSegment segment = GuestSegment.of(i);
            list.add(NOT_CODE_OR_DATA, segment.rightsField, s -> s.without(segment.rightsField, GuestSegment.CODE_OR_DATA));
            addPresence(list, segment);
        }
        addPresence(list, TR);
        list.add(NOT_PRESENT, LDTR.rightsField, s -> localTable(s).set(LDTR.rightsField, 2));
        list.add(GuestSegmentRule.RESERVED_LOW, LDTR.rightsField, s -> localTable(s).with(LDTR.rightsField, 1 << 8));
        list.add(GuestSegmentRule.RESERVED_HIGH, LDTR.rightsField, s -> localTable(s).with(LDTR.rightsField, 1 << 17));
        list.add(GRANULARITY_BYTES, LDTR.rightsField, s -> localTable(s).set(LDTR.limitField, 0x17).with(LDTR.rightsField, GuestSegment.GRANULAR));
        list.add(GRANULARITY_PAGES, LDTR.rightsField, s -> localTable(s).set(LDTR.limitField, 1 << 20));
    }

    private static void addPresence(CaseList list, GuestSegment segment) {
        list.add(NOT_PRESENT, segment.rightsField, s -> s.without(segment.rightsField, GuestSegment.PRESENT));
        list.add(GuestSegmentRule.RESERVED_LOW, segment.rightsField, s -> s.with(segment.rightsField, 1 << 11));
        list.add(GRANULARITY_BYTES, segment.rightsField, s -> s.with(segment.rightsField, GuestSegment.GRANULAR).set(segment.limitField, 0x1000));
        list.add(GRANULARITY_PAGES, segment.rightsField, s -> s.without(segment.rightsField, GuestSegment.GRANULAR).set(segment.limitField, -1));
        list.add(GuestSegmentRule.RESERVED_HIGH, segment.rightsField, s -> s.with(segment.rightsField, 1 << 31));
    }

    private static void addSystem(CaseList list) {
        list.add(TASK_TYPE_LONG, TR.rightsField, s -> s.set(TR.rightsField, 0x83));
        list.add(TASK_TYPE, TR.rightsField, GuestMode.PROTECTED, s -> s.set(TR.rightsField, 0x89));
        list.add(LOCAL_TABLE_TYPE, LDTR.rightsField, s -> localTable(s).set(LDTR.rightsField, 0x8B));
        list.add(NOT_SYSTEM, TR.rightsField, s -> s.with(TR.rightsField, GuestSegment.CODE_OR_DATA));
        list.add(NOT_SYSTEM, LDTR.rightsField, s -> localTable(s).with(LDTR.rightsField, GuestSegment.CODE_OR_DATA));
        list.add(TASK_UNUSABLE, TR.rightsField, s -> s.with(TR.rightsField, GuestSegment.UNUSABLE));
    }
}
