/** Offsets of the VMCB's fields against a second copy of the manual's tables. */
package org.peaberry.arch.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.Repeated;

/** Decimal offsets as Linux (arch/x86/include/asm/svm.h) and Xen (asm/hvm/svm/vmcb.h) lay the structures out. */
class VmcbLayoutTest {
    private static final int INT = 4;
    private static final int LONG = 8;

    @Test
    void controlFieldsAreWhereTheManualPutsThem() {
        Map<String, Integer> expected = new TreeMap<>();
        expected.put("controlRegisterIntercepts", 0);
        expected.put("debugRegisterIntercepts", INT);
        expected.put("exceptionIntercepts", 2 * INT);
        expected.put("intercepts1", 3 * INT);
        expected.put("intercepts2", 4 * INT);
        expected.put("intercepts3", 5 * INT);
        expected.put("pauseFilterThreshold", 60);
        expected.put("pauseFilterCount", 62);
        expected.put("portPermissionMap", 64);
        expected.put("msrPermissionMap", 72);
        expected.put("tscOffset", 80);
        expected.put("asid", 88);
        expected.put("tlbControl", 92);
        expected.put("virtualInterrupt", 96);
        expected.put("virtualInterruptVector", 100);
        expected.put("interruptState", 104);
        expected.put("exitCode", 112);
        expected.put("exitInfo1", 120);
        expected.put("exitInfo2", 128);
        expected.put("exitInterruptInfo", 136);
        expected.put("nestedPagingControl", 144);
        expected.put("apicBar", 152);
        expected.put("guestHypervisorBlock", 160);
        expected.put("eventInjection", 168);
        expected.put("nestedPageTable", 176);
        expected.put("virtualizationExtensions", 184);
        expected.put("clean", 192);
        expected.put("nextRip", 200);
        expected.put("fetchedCount", 208);
        expected.put("firstFetched", 209);
        expected.put("apicBackingPage", 224);
        expected.put("logicalApicTable", 240);
        expected.put("physicalApicTable", 248);
        expected.put("encryptedSaveArea", 264);
        assertEquals(expected, offsets(VmcbControl.class));
    }

    @Test
    void saveFieldsAreWhereTheManualPutsThem() {
        Map<String, Integer> expected = new TreeMap<>();
        String[] segments = {"es", "cs", "ss", "ds", "fs", "gs", "gdtr", "ldtr", "idtr", "tr"};
        for (int i = 0; i < segments.length; i++) {
            expected.put(segments[i], i * VmcbSegment.SIZE);
        }
        expected.put("privilegeLevel", 203);
        expected.put("efer", 208);
        consecutive(expected, 328, "cr4", "cr3", "cr0", "dr7", "dr6", "rflags", "rip");
        consecutive(expected, 472, "rsp", "supervisorControlFlow", "shadowStackPointer", "shadowStackTable", "rax");
        consecutive(expected, 512, "star", "lstar", "cstar", "systemCallMask", "kernelGsBase", "sysenterCs", "sysenterEsp", "sysenterEip", "cr2");
        consecutive(expected, 616, "pageAttributeTable", "debugControl", "lastBranchFrom", "lastBranchTo", "lastExceptionFrom", "lastExceptionTo");
        expected.put("speculationControl", 736);
        assertEquals(expected, offsets(VmcbSave.class));
    }

    @Test
    void fieldsDoNotOverlap() {
        int end = 0;
        for (Map.Entry<Integer, Integer> field : widths(VmcbControl.class).entrySet()) {
            assertTrue(field.getKey() >= end, "overlap at 0x" + Integer.toHexString(field.getKey()));
            end = field.getKey() + field.getValue();
        }
        assertTrue(end <= VmcbControl.SIZE);
    }

    @Test
    void everySegmentIsFoundByItsNumber() throws NoSuchMethodException {
        Repeated repeated = VmcbSave.class.getMethod("segment", int.class).getAnnotation(Repeated.class);
        assertEquals(VmcbSegment.SIZE, repeated.stride());
        for (org.peaberry.arch.virtualization.SegmentRegister register : org.peaberry.arch.virtualization.SegmentRegister.values()) {
            Method named = VmcbSave.class.getMethod(register.name().toLowerCase(java.util.Locale.ROOT));
            assertEquals(named.getAnnotation(At.class).value(), register.ordinal() * repeated.stride(), register.name());
        }
    }

    private static void consecutive(Map<String, Integer> expected, int first, String... names) {
        for (int i = 0; i < names.length; i++) {
            expected.put(names[i], first + i * LONG);
        }
    }

    private static Map<String, Integer> offsets(Class<?> layout) {
        Map<String, Integer> offsets = new TreeMap<>();
        for (Method method : layout.getDeclaredMethods()) {
            if (!method.isAnnotationPresent(Repeated.class)) {
                Integer before = offsets.put(method.getName(), method.getAnnotation(At.class).value());
                assertTrue(before == null || before == method.getAnnotation(At.class).value(), method.getName() + " reads and writes different places");
            }
        }
        return offsets;
    }

    private static Map<Integer, Integer> widths(Class<?> layout) {
        Map<Integer, Integer> widths = new TreeMap<>();
        for (Method method : layout.getDeclaredMethods()) {
            if (method.getParameterCount() == 0) {
                widths.put(method.getAnnotation(At.class).value(), width(method.getReturnType()));
            }
        }
        return widths;
    }

    private static int width(Class<?> type) {
        return type == byte.class ? Byte.BYTES : type == short.class ? Short.BYTES : type == int.class ? INT : LONG;
    }
}
