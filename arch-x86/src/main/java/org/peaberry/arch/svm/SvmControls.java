/** What every guest's VMCB control area says: what is intercepted, and no more than that. */
package org.peaberry.arch.svm;

import org.peaberry.arch.virtualization.VirtualMachine;

/**
 * Not intercepted: time stamp counter, control registers, INVLPG, page faults, registers of system calls. Debug and alignment exceptions are:
 * a guest could keep the processor busy for ever by raising them while they are delivered (CVE-2015-5307, CVE-2015-8104).
 */
final class SvmControls {
    static final int ALIGNMENT_CHECK = 17;
    private static final int DEBUG = 1;
    private static final int MACHINE_CHECK = 18;
    private static final int EXCEPTIONS = 1 << DEBUG | 1 << ALIGNMENT_CHECK | 1 << MACHINE_CHECK;
    private static final int EVENTS = Intercepts1.INTR | Intercepts1.NMI | Intercepts1.SMI | Intercepts1.INIT | Intercepts1.VINTR | Intercepts1.SHUTDOWN;
    private static final int INSTRUCTIONS = Intercepts1.RDPMC | Intercepts1.CPUID | Intercepts1.RSM | Intercepts1.INVD | Intercepts1.HLT
            | Intercepts1.INVLPGA | Intercepts1.PORT_PERMISSIONS | Intercepts1.MSR_PERMISSIONS | Intercepts1.FERR_FREEZE;
    private static final int MORE_INSTRUCTIONS = Intercepts2.VMRUN | Intercepts2.VMMCALL | Intercepts2.VMLOAD | Intercepts2.VMSAVE
            | Intercepts2.STGI | Intercepts2.CLGI | Intercepts2.SKINIT | Intercepts2.WBINVD | Intercepts2.MONITOR | Intercepts2.MWAIT
            | Intercepts2.MWAIT_ARMED | Intercepts2.XSETBV | Intercepts2.RDPRU;

    private SvmControls() {
    }

    static void fill(VmcbControl control, VirtualMachine machine) {
        SvmPermissions permissions = (SvmPermissions) machine.permissions();
        control.exceptionIntercepts(EXCEPTIONS);
        control.intercepts1(EVENTS | INSTRUCTIONS);
        control.intercepts2(MORE_INSTRUCTIONS);
        control.portPermissionMap(permissions.ports());
        control.msrPermissionMap(permissions.msrMap());
        control.virtualInterrupt(VirtualInterrupt.MASKING);
        control.nestedPagingControl(NestedPaging.ENABLE);
        control.nestedPageTable(machine.nestedPages().root().address());
    }
}
