/** The local APIC's modes: which changes are allowed, and which registers each mode has. Intel SDM vol. 3, section 10.12. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.ApicRegisters.*;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

final class ApicModeArea extends Area {
    private static final long BOTH = ENABLE | X2APIC;
    private static final int CLUSTER_SHIFT = 4;
    private static final int MEMBER_MASK = 0xf;
    private static final int[] READABLE = {
        ApicRegister.ID, ApicRegister.VERSION, ApicRegister.TASK_PRIORITY, ApicRegister.PROCESSOR_PRIORITY, ApicRegister.LOGICAL_DESTINATION,
        ApicRegister.SPURIOUS_VECTOR, ApicRegister.IN_SERVICE, ApicRegister.TRIGGER_MODE + 7, ApicRegister.REQUEST, ApicRegister.ERROR_STATUS,
        ApicRegister.COMMAND, ApicRegister.TIMER, ApicRegister.LINE0, ApicRegister.LINE1, ApicRegister.ERROR, ApicRegister.INITIAL_COUNT,
        ApicRegister.CURRENT_COUNT, ApicRegister.DIVIDE,
    };
    private static final int[] NOT_READABLE = {
        0x00, 0x01, 0x04, ApicRegister.END_OF_INTERRUPT, ApicRegister.DESTINATION_FORMAT, ApicRegister.COMMAND_HIGH, 0x3A, ApicRegister.SELF_IPI,
        0x40, 0xFF,
    };
    private static final int[] NOT_WRITABLE = {
        ApicRegister.ID, ApicRegister.VERSION, ApicRegister.PROCESSOR_PRIORITY, ApicRegister.LOGICAL_DESTINATION, ApicRegister.DESTINATION_FORMAT,
        ApicRegister.IN_SERVICE, ApicRegister.TRIGGER_MODE, ApicRegister.REQUEST, ApicRegister.COMMAND_HIGH, ApicRegister.CURRENT_COUNT,
    };

    @Override
    String name() {
        return "apicmode";
    }

    @Override
    void run(Report report) {
        long base = Processor.readMsr(Msr.APIC_BASE);
        report.equal("at first the APIC is on, in memory at its usual place, of the boot processor", PageRegisters.BASE | ENABLE | BOOT_PROCESSOR, base);
        long place = base & ~BOTH;
        report.check("reserved bit 0 of APIC_BASE cannot be set", MsrAccess.isRefused(MsrAccess.write(Msr.APIC_BASE, base | 1)));
        report.check("reserved bit 9 of APIC_BASE cannot be set", MsrAccess.isRefused(MsrAccess.write(Msr.APIC_BASE, base | 1 << 9)));
        report.check("reserved bit 63 of APIC_BASE cannot be set", MsrAccess.isRefused(MsrAccess.write(Msr.APIC_BASE, base | 1L << 63)));
        report.check("x2APIC without enable is refused", MsrAccess.isRefused(MsrAccess.write(Msr.APIC_BASE, place | X2APIC)));
        report.check("in xAPIC mode x2APIC's registers cannot be read", MsrAccess.isRefused(MsrAccess.read(Msr.X2APIC_BASE + ApicRegister.ID)));
        report.check("in xAPIC mode x2APIC's registers cannot be written",
                MsrAccess.isRefused(MsrAccess.write(Msr.X2APIC_BASE + ApicRegister.TASK_PRIORITY, 0)));
        off(report, place);
        if (Cpuid.has(CpuFeature.X2APIC)) {
            x2Apic(report, place);
        } else {
            report.skip("x2APIC", "the processor does not have it");
        }
        ApicRegisters.leave();
        report.equal("at last it is as at first", base, Processor.readMsr(Msr.APIC_BASE));
    }

    private static void off(Report report, long place) {
        PageRegisters apic = PageRegisters.INSTANCE;
        apic.enter();
        report.check("an APIC that is on is in CPUID", hasApic());
        apic.write(ApicRegister.TASK_PRIORITY, 0x30);
        apic.write(ApicRegister.ERROR, 0x71);
        report.check("it can be switched off", MsrAccess.isWritable(Msr.APIC_BASE, place));
        report.check("an APIC that is off is not in CPUID", !hasApic());
        report.check("from off there is no way to x2APIC", MsrAccess.isRefused(MsrAccess.write(Msr.APIC_BASE, place | BOTH)));
        report.check("it can be switched on again", MsrAccess.isWritable(Msr.APIC_BASE, place | ENABLE));
        report.equal("on again it is disabled by software", SPURIOUS, apic.read(ApicRegister.SPURIOUS_VECTOR));
        report.equal("on again its task priority is 0", 0, apic.read(ApicRegister.TASK_PRIORITY));
        report.equal("on again its local vectors are masked", ApicRegister.MASKED, apic.read(ApicRegister.ERROR));
    }

    private static void x2Apic(Report report, long place) {
        long pageId = PageRegisters.INSTANCE.id();
        PageRegisters.INSTANCE.write(ApicRegister.SPURIOUS_VECTOR, ApicRegister.SOFTWARE_ENABLE | 0xEF);
        report.check("from xAPIC mode there is a way to x2APIC", MsrAccess.isWritable(Msr.APIC_BASE, place | BOTH));
        report.equal("the id is the same", pageId, MsrRegisters.INSTANCE.id());
        report.equal("the spurious vector is the same", ApicRegister.SOFTWARE_ENABLE | 0xEF, MsrRegisters.INSTANCE.read(ApicRegister.SPURIOUS_VECTOR));
        report.equal("the logical id follows from the id", pageId >> CLUSTER_SHIFT << Short.SIZE | 1 << (pageId & MEMBER_MASK),
                MsrRegisters.INSTANCE.logicalId());
        report.check("from x2APIC there is no way back to xAPIC", MsrAccess.isRefused(MsrAccess.write(Msr.APIC_BASE, place | ENABLE)));
        registers(report);
        values(report);
        report.check("from x2APIC it can be switched off", MsrAccess.isWritable(Msr.APIC_BASE, place));
        report.check("off, x2APIC's registers cannot be read", MsrAccess.isRefused(MsrAccess.read(Msr.X2APIC_BASE + ApicRegister.ID)));
    }

    private static void registers(Report report) {
        for (int register : READABLE) {
            report.check("x2APIC register " + Integer.toHexString(register) + " can be read", MsrAccess.isReadable(Msr.X2APIC_BASE + register));
        }
        for (int register : NOT_READABLE) {
            report.check("x2APIC register " + Integer.toHexString(register) + " cannot be read",
                    MsrAccess.isRefused(MsrAccess.read(Msr.X2APIC_BASE + register)));
        }
        for (int register : NOT_WRITABLE) {
            report.check("x2APIC register " + Integer.toHexString(register) + " cannot be written",
                    MsrAccess.isRefused(MsrAccess.write(Msr.X2APIC_BASE + register, 0)));
        }
    }

    private static void values(Report report) {
        refused(report, "the end of an interrupt is written as 0 only", ApicRegister.END_OF_INTERRUPT, 1);
        refused(report, "the error status is written as 0 only", ApicRegister.ERROR_STATUS, 1);
        refused(report, "the task priority has eight bits", ApicRegister.TASK_PRIORITY, 1 << 8);
        refused(report, "the upper half of a register is reserved", ApicRegister.TASK_PRIORITY, 1L << 32);
        refused(report, "reserved bits of the timer's local vector cannot be set", ApicRegister.TIMER, 1 << 20);
        refused(report, "reserved bits of line 0's local vector cannot be set", ApicRegister.LINE0, 1 << 17);
        refused(report, "reserved bits of the error's local vector cannot be set", ApicRegister.ERROR, 1 << 15);
        refused(report, "reserved bits of the spurious vector cannot be set", ApicRegister.SPURIOUS_VECTOR, 1 << 16);
        refused(report, "reserved bits of the divide register cannot be set", ApicRegister.DIVIDE, 1 << 4);
        refused(report, "reserved bits of the command cannot be set", ApicRegister.COMMAND, 1 << 20);
        refused(report, "an interrupt to itself has a vector alone", ApicRegister.SELF_IPI, 1 << 8);
    }

    private static void refused(Report report, String what, int register, long value) {
        report.check("x2APIC, " + what, MsrAccess.isRefused(MsrAccess.write(Msr.X2APIC_BASE + register, value)));
    }

    private static boolean hasApic() {
        return CpuFeature.APIC.isIn(Cpuid.query(CpuFeature.Leaf.FEATURES, 0));
    }
}
