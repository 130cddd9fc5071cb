/** Register states that a virtual CPU starts in. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Rflags;

public final class StartState {
    private static final int FLAT_LIMIT = -1;
    private static final int REAL_MODE_LIMIT = 0xffff;
    private static final int TASK_STATE_LIMIT = 0x67;
    private static final int SELECTOR_SHIFT = 8;
    private static final int SEGMENT_SHIFT = 4;
    private static final long DR6_RESET = 0xffff_0ff0L;
    private static final long DR7_RESET = 0x400;
    private static final long PAT_RESET = 0x0007_0406_0007_0406L;

    private StartState() {
    }

    /**
     * Entry of a PVH kernel: 32-bit protected mode, flat segments, paging off. Xen docs/misc/pvh.pandoc.
     *
     * @param entry guest-physical entry point
     * @param startInfo guest-physical address of hvm_start_info, given in EBX
     */
    public static void protectedMode(VirtualCpu cpu, long entry, long startInfo) {
        clear(cpu);
        cpu.cr0(Cr0.PROTECTION | Cr0.EXTENSION_TYPE);
        cpu.segment(SegmentRegister.CS, 0, 0, FLAT_LIMIT, SegmentAttributes.FLAT_CODE_32);
        for (int i = 0; i <= SegmentRegister.GS.ordinal(); i++) {
            if (i != SegmentRegister.CS.ordinal()) {
                cpu.segment(SegmentRegister.of(i), 0, 0, FLAT_LIMIT, SegmentAttributes.FLAT_DATA_32);
            }
        }
        cpu.segment(SegmentRegister.TR, 0, 0, TASK_STATE_LIMIT, SegmentAttributes.TASK_STATE_32);
        cpu.rip(entry);
        cpu.registers().rbx(startInfo);
    }

    /**
     * State after a start-up interprocessor interrupt: real mode at page {@code vector}. Intel SDM vol. 3, table 10-1 and section 9.4.
     *
     * @param vector 0..255
     */
    public static void realMode(VirtualCpu cpu, int vector) {
        clear(cpu);
        cpu.cr0(Cr0.EXTENSION_TYPE);
        int selector = vector << SELECTOR_SHIFT;
        cpu.segment(SegmentRegister.CS, selector, (long) selector << SEGMENT_SHIFT, REAL_MODE_LIMIT, SegmentAttributes.REAL_MODE_CODE);
        for (int i = 0; i <= SegmentRegister.GS.ordinal(); i++) {
            if (i != SegmentRegister.CS.ordinal()) {
                cpu.segment(SegmentRegister.of(i), 0, 0, REAL_MODE_LIMIT, SegmentAttributes.REAL_MODE_DATA);
            }
        }
        cpu.segment(SegmentRegister.TR, 0, 0, REAL_MODE_LIMIT, SegmentAttributes.TASK_STATE_16);
        cpu.rip(0);
    }

    private static void clear(VirtualCpu cpu) {
        for (int i = 0; i < GuestRegisters.COUNT; i++) {
            cpu.registers().value(i, 0);
        }
        cpu.rflags(Rflags.ALWAYS_ONE);
        cpu.efer(0);
        cpu.cr2(0);
        cpu.cr3(0);
        cpu.cr4(0);
        cpu.dr6(DR6_RESET);
        cpu.dr7(DR7_RESET);
        cpu.pageAttributeTable(PAT_RESET);
        cpu.segment(SegmentRegister.LDTR, 0, 0, REAL_MODE_LIMIT, SegmentAttributes.LOCAL_TABLE);
        cpu.segment(SegmentRegister.GDTR, 0, 0, REAL_MODE_LIMIT, 0);
        cpu.segment(SegmentRegister.IDTR, 0, 0, REAL_MODE_LIMIT, 0);
    }
}
