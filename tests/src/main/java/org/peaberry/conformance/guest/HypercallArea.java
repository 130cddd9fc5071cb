/** Hypercalls as such: numbers, privilege, modes, several in one. Xen: public/xen.h, public/arch-x86/xen-x86_64.h. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;
import static org.peaberry.conformance.guest.XenCall.*;

import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;
import org.peaberry.runtime.unboxed.Address;

final class HypercallArea extends Area {
    private static final long LIST = GuestMemory.SCRATCH + (2L << 20);
    private static final int ENTRY_SIZE = 64;
    private static final int RESULT = 8;
    private static final int ARGUMENTS = 16;
    private static final int MANY = 2000;
    private static final int FREE_NUMBER = 63;
    private static final long UNKNOWN_COMMAND = 0x3F;
    private static final int AMD = 0x6874_7541;
    private static final long PATTERN = 0x1122_3344_5566_7788L;
    /** XENVER_version of an interface like Xen 4.x. */
    private static final int MAJOR = 4;

    private static final Snippet INTEL_CALL = code().form(Form.VMCALL).snippet();
    private static final Snippet AMD_CALL = code().form(Form.VMMCALL).snippet();
    private static final FarCode FAR_INTEL_CALL = FarCode.of(code().form(Form.VMCALL));
    private static final FarCode FAR_AMD_CALL = FarCode.of(code().form(Form.VMMCALL));

    @Override
    String name() {
        return "hypercalls";
    }

    @Override
    void run(Report report) {
        if (!Surroundings.isXen()) {
            report.skip("hypercalls", "there is no hypervisor");
            return;
        }
        numbers(report);
        registers(report);
        instructions(report);
        modes(report);
        multicalls(report);
    }

    /** The pointers of all of them are bad, so that none does anything. */
    private static void numbers(Report report) {
        BadPointers.install();
        for (int number = 0; number < LIMIT; number++) {
            long bad = BadPointers.get(0);
            if (number != SET_TIMER_OP && number != IRET) {
                long result = Hypercall.call(number, number == PLATFORM_OP ? bad : UNKNOWN_COMMAND, bad, bad);
                report.check("number " + number + " with nothing sensible gives an error", result < 0 && result >= LAST_ERROR);
            }
        }
        BadPointers.remove();
        report.equal("a number that no one has", ENOSYS, direct(FREE_NUMBER).get(GeneralRegister.RAX));
        report.equal("iret, which is not for PVH", ENOSYS, direct(IRET).get(GeneralRegister.RAX));
        report.equal("number 64", ENOSYS, direct(LIMIT).get(GeneralRegister.RAX));
        report.equal("number -1", ENOSYS, direct(-1).get(GeneralRegister.RAX));
        report.equal("a number with bits of the upper half", ENOSYS, direct(1L << Integer.SIZE | XEN_VERSION).get(GeneralRegister.RAX));
    }

    private static void registers(Report report) {
        Outcome outcome = direct(XEN_VERSION);
        report.equal("xen_version is that of an interface", MAJOR, outcome.get(GeneralRegister.RAX) >>> Short.SIZE);
        report.equal("RBX stays", PATTERN, outcome.get(GeneralRegister.RBX));
        report.equal("RSI stays", PATTERN, outcome.get(GeneralRegister.RSI));
        report.equal("R10 stays", PATTERN, outcome.get(GeneralRegister.R10));
        report.equal("R8 stays", PATTERN, outcome.get(GeneralRegister.R8));
        report.equal("flags stay", Registers.FLAGS, outcome.registers().flags());
    }

    private static void instructions(Report report) {
        Snippet other = isAmd() ? INTEL_CALL : AMD_CALL;
        report.equal("the other vendor's instruction raises #UD", Trial.ending(ExceptionVector.INVALID_OPCODE.number(), 0, 0),
                Trial.ending(other.run(new Registers().set(GeneralRegister.RAX, XEN_VERSION))));
    }

    private static void modes(Report report) {
        FarCode far = isAmd() ? FAR_AMD_CALL : FAR_INTEL_CALL;
        UserMode.install();
        Outcome user = UserMode.run(far, new Registers().set(GeneralRegister.RAX, XEN_VERSION));
        report.equal("a user program may not call", EPERM, user.get(GeneralRegister.RAX));
        Registers registers = new Registers().set(GeneralRegister.RAX, XEN_VERSION);
        Outcome kernel = far.run(GuestMemory.SCRATCH, Segments.CODE_32, 0x10, registers);
        report.equal("32-bit code gets an answer", ENOSYS & 0xffff_ffffL, kernel.get(GeneralRegister.RAX) & 0xffff_ffffL);
        UserMode.remove();
    }

    private static void multicalls(Report report) {
        report.equal("a multicall of nothing", 0, Hypercall.call(MULTICALL, LIST, 0, 0));
        entry(0, XEN_VERSION);
        entry(1, FREE_NUMBER);
        entry(2, MULTICALL);
        entry(3, -1);
        entry(4, XEN_VERSION);
        report.equal("a multicall with bad ones among good ones", 0, Hypercall.call(MULTICALL, LIST, 5, 0));
        report.equal("its first call is made", MAJOR, result(0) >>> Short.SIZE);
        report.equal("its unknown call is refused", ENOSYS, result(1));
        report.equal("a multicall within it is refused", EINVAL, result(2));
        report.equal("its call -1 is refused", ENOSYS, result(3));
        report.equal("its last call is made", MAJOR, result(4) >>> Short.SIZE);
        many(report);
        BadPointers.install();
        long last = BadPointers.get(0) - ENTRY_SIZE;
        report.equal("a multicall that leaves its memory", EFAULT, Hypercall.call(MULTICALL, last, 2, 0));
        report.equal("a multicall of -1 calls that leaves its memory", EFAULT, Hypercall.call(MULTICALL, last, 0xffff_ffffL, 0));
        BadPointers.remove();
    }

    private static void many(Report report) {
        for (int i = 0; i < MANY; i++) {
            entry(i, XEN_VERSION);
        }
        report.equal("a multicall of many", 0, Hypercall.call(MULTICALL, LIST, MANY, 0));
        int made = 0;
        for (int i = 0; i < MANY; i++) {
            made += result(i) >>> Short.SIZE == MAJOR ? 1 : 0;
        }
        report.equal("makes all of them", MANY, made);
    }

    private static void entry(int index, long number) {
        Address entry = Address.of(LIST + (long) index * ENTRY_SIZE);
        entry.store(number);
        entry.store((long) RESULT, 0L);
        for (int i = ARGUMENTS; i < ENTRY_SIZE; i += Long.BYTES) {
            entry.store((long) i, 0L);
        }
    }

    private static long result(int index) {
        return Address.of(LIST + (long) index * ENTRY_SIZE).loadLong(RESULT);
    }

    /** By the instruction, without the hypercall page. */
    private static Outcome direct(long number) {
        Registers registers = new Registers().set(GeneralRegister.RAX, number).set(GeneralRegister.RBX, PATTERN).set(GeneralRegister.RSI, PATTERN)
                .set(GeneralRegister.R10, PATTERN).set(GeneralRegister.R8, PATTERN);
        return (isAmd() ? AMD_CALL : INTEL_CALL).run(registers);
    }

    private static boolean isAmd() {
        return Cpuid.query(Cpuid.VENDOR, 0).ebx() == AMD;
    }
}
