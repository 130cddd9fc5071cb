/** Device memory behind page tables and segments: rights, aliases, code at the edge of a page; and memory that is nobody's. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.runtime.unboxed.Address;

final class DevicePageArea extends Area {
    private static final int DEVICE_PAGE = 6;
    private static final int EDGE_PAGE = 8;
    private static final int FAR_FRAME = 12;
    private static final int ENTRY = (int) (DeviceFormArea.ERROR_ENTRY - SelfInterrupt.APIC);
    private static final int IO_APIC = 0xFEC0_0000;
    private static final long IO_APIC_WINDOW = IO_APIC + 0x10;
    private static final int IO_APIC_VERSION = 1;
    /** Upper half of the last entry of an I/O APIC with 24 pins. */
    private static final int LAST_ENTRY_HIGH = 0x10 + 2 * 23 + 1;
    private static final int DESTINATION = 0x0500_0000;
    private static final int FEWEST_PINS = 24;
    /** The machine's memory that is not dom0's: dom0 has 256 MiB, the machine 512. */
    private static final long FOREIGN = 400L << 20;
    private static final int WRITE_OF_READ_ONLY = 3;
    private static final long FIRST_WORD = 0xffff_ffffL;

    private static final Snippet LOAD = code().bytes(0x8B, 0x03).snippet();
    private static final Snippet STORE = code().bytes(0x89, 0x03).snippet();
    private static final Snippet JUMP = code().bytes(Op.JMP_RBX).snippet();
    /** mov eax, fs:[entry]. */
    private static final Snippet BY_SEGMENT = code().bytes(0x64, 0x8B, 0x04, 0x25).dword(ENTRY).snippet();
    /** mov eax, [rip + distance]: from its end in the code's page to the device's. */
    private static final FarCode RIP_RELATIVE = FarCode.of(code().bytes(0x8B, 0x05).dword(DEVICE_PAGE * GuestPages.SIZE + ENTRY - 6));
    private static final FarCode EDGE = FarCode.of(code().bytes(0x8B, 0x03));
    private static final FarCode LONG_EDGE = FarCode.of(code().bytes(0xC7, 0x03).dword(0x10099));

    @Override
    String name() {
        return "devicepages";
    }

    @Override
    void run(Report report) {
        UserMode.install();
        SelfInterrupt.enable();
        Address.of(DeviceFormArea.ERROR_ENTRY).store(DeviceFormArea.BEFORE);
        rights(report);
        places(report);
        edges(report);
        UserMode.remove();
        ioApic(report);
        nobody(report);
    }

    private static void rights(Report report) {
        map(GuestPages.PRESENT | GuestPages.WRITABLE);
        report.equal("a device is read through an alias", DeviceFormArea.BEFORE, LOAD.run(atDevice()).get(GeneralRegister.RAX));
        report.equal("the read sets the accessed bit", GuestPages.ACCESSED, bits());
        STORE.run(atDevice().set(GeneralRegister.RAX, DeviceFormArea.BEFORE));
        report.equal("the write sets the dirty bit", GuestPages.ACCESSED | GuestPages.DIRTY, bits());
        map(GuestPages.PRESENT);
        Outcome refused = STORE.run(atDevice().set(GeneralRegister.RAX, 0));
        report.equal("a device in a read-only page refuses writes", Trial.ending(PAGE_FAULT.number(), 0, WRITE_OF_READ_ONLY), Trial.ending(refused));
        report.equal("and the write goes nowhere", DeviceFormArea.BEFORE, Address.of(DeviceFormArea.ERROR_ENTRY).loadInt());
        map(0);
        report.equal("a device in an absent page is not there", Trial.ending(PAGE_FAULT.number(), 0, 0), Trial.ending(LOAD.run(atDevice())));
    }

    private static void places(Report report) {
        map(GuestPages.PRESENT | GuestPages.WRITABLE | GuestPages.USER);
        Outcome user = UserMode.run(RIP_RELATIVE, new Registers());
        report.equal("a user program reads a device relative to RIP", DeviceFormArea.BEFORE, user.get(GeneralRegister.RAX));
        long before = Processor.readMsr(Msr.FS_BASE);
        Processor.writeMsr(Msr.FS_BASE, GuestPages.address(DEVICE_PAGE));
        Outcome segment = BY_SEGMENT.run();
        Processor.writeMsr(Msr.FS_BASE, before);
        report.equal("a device is read relative to FS", DeviceFormArea.BEFORE, segment.get(GeneralRegister.RAX));
    }

    /** The instruction lies in two pages whose frames are no neighbours. */
    private static void edges(Report report) {
        GuestPages.mapTo(EDGE_PAGE + 1, GuestPages.frame(FAR_FRAME), GuestPages.PRESENT | GuestPages.WRITABLE | GuestPages.USER);
        long end = GuestPages.address(EDGE_PAGE + 1);
        Outcome outcome = user(EDGE, end - 1);
        report.equal("an instruction over the end of a page reads a device", DeviceFormArea.BEFORE, outcome.get(GeneralRegister.RAX));
        report.equal("and goes on behind it", Trial.ending(BREAKPOINT.number(), 3, 0),
                Trial.ending(outcome.vector(), FarCode.offsetFrom(end - 1, outcome), 0));
        user(LONG_EDGE, end - 3);
        report.equal("an immediate in the next page reaches the device", 0x10099, Address.of(DeviceFormArea.ERROR_ENTRY).loadInt() & DeviceFormArea.WRITABLE);
        Outcome stepped = user(EDGE, end - 1, Registers.FLAGS | Rflags.TRAP);
        report.equal("a single step over it ends there too", Trial.ending(DEBUG.number(), 2, 0),
                Trial.ending(stepped.vector(), FarCode.offsetFrom(end - 1, stepped), 0));
    }

    private static Outcome user(FarCode code, long place) {
        return user(code, place, Registers.FLAGS);
    }

    private static Outcome user(FarCode code, long place, long flags) {
        Registers registers = atDevice().stackPointer(GuestPages.address(UserMode.STACK_PAGE) + GuestPages.SIZE).flags(flags);
        return code.run(place, Segments.USER_CODE | Segments.USER, Segments.USER_DATA | Segments.USER, registers);
    }

    private static void ioApic(Report report) {
        int last = ioApicRegister(IO_APIC_VERSION) >>> 16 & 0xff;
        report.check("the I/O APIC has at least 24 pins", last + 1 >= FEWEST_PINS);
        int before = ioApicRegister(LAST_ENTRY_HIGH);
        Address.of(IO_APIC_WINDOW & FIRST_WORD).store(DESTINATION);
        report.equal("the I/O APIC keeps a destination", DESTINATION, ioApicRegister(LAST_ENTRY_HIGH));
        Address.of(IO_APIC_WINDOW & FIRST_WORD).store(before);
    }

    private static int ioApicRegister(int index) {
        Address.of(IO_APIC & FIRST_WORD).store(index);
        return Address.of(IO_APIC_WINDOW & FIRST_WORD).loadInt();
    }

    /** As on a bus where nobody answers. */
    private static void nobody(Report report) {
        Registers registers = new Registers().set(GeneralRegister.RBX, FOREIGN);
        report.check("a write to foreign memory goes nowhere", STORE.run(registers.set(GeneralRegister.RAX, 0x1234)).completed());
        report.equal("foreign memory reads as ones", FIRST_WORD, LOAD.run(registers).get(GeneralRegister.RAX));
        Outcome outcome = JUMP.run(registers);
        report.check("foreign memory executes as ones, which are no instruction", outcome.is(INVALID_OPCODE)
                && outcome.offset() + GuestMemory.SNIPPET == FOREIGN);
    }

    private static void map(long rights) {
        GuestPages.mapTo(DEVICE_PAGE, SelfInterrupt.APIC, rights);
    }

    private static long bits() {
        return GuestPages.entry(DEVICE_PAGE).loadLong() & (GuestPages.ACCESSED | GuestPages.DIRTY);
    }

    private static Registers atDevice() {
        return new Registers().set(GeneralRegister.RBX, GuestPages.address(DEVICE_PAGE) + ENTRY);
    }
}
