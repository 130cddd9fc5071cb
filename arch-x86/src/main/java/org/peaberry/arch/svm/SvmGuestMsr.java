/** Model-specific registers that the VMCB holds for a guest. AMD APM vol. 2, table B-2. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.Msr;

/** The order of the two switches is that of the register numbers. */
final class SvmGuestMsr {
    private SvmGuestMsr() {
    }

    static boolean isOwned(int index) {
        return switch (index) {
            case Msr.SYSENTER_CS, Msr.SYSENTER_ESP, Msr.SYSENTER_EIP, Msr.PAGE_ATTRIBUTE_TABLE,
                Msr.STAR, Msr.LSTAR, Msr.CSTAR, Msr.SYSTEM_CALL_MASK,
                Msr.FS_BASE, Msr.GS_BASE, Msr.KERNEL_GS_BASE -> true;
            default -> false;
        };
    }

    static long read(VmcbSave save, int index) {
        return switch (index) {
            case Msr.SYSENTER_CS -> save.sysenterCs();
            case Msr.SYSENTER_ESP -> save.sysenterEsp();
            case Msr.SYSENTER_EIP -> save.sysenterEip();
            case Msr.PAGE_ATTRIBUTE_TABLE -> save.pageAttributeTable();
            case Msr.STAR -> save.star();
            case Msr.LSTAR -> save.lstar();
            case Msr.CSTAR -> save.cstar();
            case Msr.SYSTEM_CALL_MASK -> save.systemCallMask();
            case Msr.FS_BASE -> save.fs().base();
            case Msr.GS_BASE -> save.gs().base();
            case Msr.KERNEL_GS_BASE -> save.kernelGsBase();
            default -> throw notOwned();
        };
    }

    static void write(VmcbSave save, int index, long value) {
        switch (index) {
            case Msr.SYSENTER_CS -> save.sysenterCs(value);
            case Msr.SYSENTER_ESP -> save.sysenterEsp(value);
            case Msr.SYSENTER_EIP -> save.sysenterEip(value);
            case Msr.PAGE_ATTRIBUTE_TABLE -> save.pageAttributeTable(value);
            case Msr.STAR -> save.star(value);
            case Msr.LSTAR -> save.lstar(value);
            case Msr.CSTAR -> save.cstar(value);
            case Msr.SYSTEM_CALL_MASK -> save.systemCallMask(value);
            case Msr.FS_BASE -> save.fs().base(value);
            case Msr.GS_BASE -> save.gs().base(value);
            case Msr.KERNEL_GS_BASE -> save.kernelGsBase(value);
            default -> throw notOwned();
        }
    }

    private static IllegalArgumentException notOwned() {
        return new IllegalArgumentException("the VMCB does not hold this model-specific register");
    }
}
