/** What an exit gives the host: the current VMCS is told of the CPU that runs this. Intel SDM vol. 3, section 25.5. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.cpu.PerCpuArea;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Selector;
import org.peaberry.runtime.memory.RawMemory;

/** RSP is told at each entry, by nasm/vmx.asm. The hypervisor uses neither FS nor SYSENTER. */
final class HostState {
    private HostState() {
    }

    static void fill() {
        Vmcs.write(FieldNatural.HOST_CR0, Processor.readCr0());
        Vmcs.write(FieldNatural.HOST_CR3, Processor.readCr3());
        Vmcs.write(FieldNatural.HOST_CR4, Processor.readCr4());
        Vmcs.write(Field64.HOST_EFER, Processor.readMsr(Msr.EFER));
        Vmcs.write(Field64.HOST_PAGE_ATTRIBUTE_TABLE, Processor.readMsr(Msr.PAGE_ATTRIBUTE_TABLE));
        fillSegments(PerCpu.area());
        Vmcs.write(Field32.HOST_SYSENTER_CS, 0);
        Vmcs.write(FieldNatural.HOST_SYSENTER_ESP, 0);
        Vmcs.write(FieldNatural.HOST_SYSENTER_EIP, 0);
        Vmcs.write(FieldNatural.HOST_RIP, RawMemory.symbol("vmx_exit").toLong());
    }

    private static void fillSegments(PerCpuArea area) {
        Vmcs.write(Field16.HOST_CS_SELECTOR, Selector.CODE);
        Vmcs.write(Field16.HOST_SS_SELECTOR, Selector.DATA);
        Vmcs.write(Field16.HOST_DS_SELECTOR, Selector.DATA);
        Vmcs.write(Field16.HOST_ES_SELECTOR, Selector.DATA);
        Vmcs.write(Field16.HOST_FS_SELECTOR, 0);
        Vmcs.write(Field16.HOST_GS_SELECTOR, 0);
        Vmcs.write(Field16.HOST_TR_SELECTOR, Selector.TASK_STATE);
        Vmcs.write(FieldNatural.HOST_FS_BASE, 0);
        Vmcs.write(FieldNatural.HOST_GS_BASE, area.self().toLong());
        Vmcs.write(FieldNatural.HOST_TR_BASE, RawMemory.addressOf(area.taskState()).toLong());
        Vmcs.write(FieldNatural.HOST_GDTR_BASE, RawMemory.addressOf(area.descriptors()).toLong());
        Vmcs.write(FieldNatural.HOST_IDTR_BASE, RawMemory.symbol("trap_table").toLong());
    }
}
