/** IN and OUT: every width and form, at ports that are a privileged domain's own and at those that the hypervisor stands before. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.compiler.encode.Form;

final class PortArea extends Area {
    /** A page register of the DMA controller, which keeps what is written. Intel 8237A and ICH9 data sheets. */
    static final int LATCH = 0x81;
    /** The mask of the first 8259, which a PVH domain does not have. */
    private static final int ABSENT = 0x21;
    private static final long PATTERN = 0x1122_3344_5566_7788L;
    private static final long PORT_PATTERN = 0x5555_0000L;

    private static final Snippet IN_BYTE = code().form(Form.IN_BYTE).snippet();
    private static final Snippet IN_WORD = code().form(Form.IN_WORD).snippet();
    private static final Snippet IN_DOUBLE = code().form(Form.IN_DOUBLE).snippet();
    private static final Snippet IN_WIDE = code().bytes(Op.REX_W).form(Form.IN_DOUBLE).snippet();
    private static final Snippet OUT_BYTE = code().form(Form.OUT_BYTE).snippet();
    private static final Snippet OUT_WORD = code().form(Form.OUT_WORD).snippet();
    private static final Snippet OUT_DOUBLE = code().form(Form.OUT_DOUBLE).snippet();
    private static final Snippet IN_LATCH = code().bytes(PortCode.inByte(LATCH)).snippet();
    private static final Snippet OUT_LATCH = code().bytes(PortCode.outByte(LATCH)).snippet();
    private static final Snippet IN_ABSENT = code().bytes(PortCode.inByte(ABSENT)).snippet();
    private static final Snippet IN_ABSENT_DOUBLE = code().bytes(PortCode.inDouble(ABSENT)).snippet();
    private static final Snippet OUT_ABSENT = code().bytes(PortCode.outByte(ABSENT)).snippet();

    @Override
    String name() {
        return "ports";
    }

    @Override
    void run(Report report) {
        latch(report);
        widths(report, "an own port", LATCH);
        widths(report, "a kept port", ABSENT);
        immediates(report);
        configuration(report);
        configurationAddress(report);
        configurationLatch(report);
        report.check("OUT leaves RAX as it was", out(OUT_DOUBLE, PciPort.ADDRESS, PATTERN).get(GeneralRegister.RAX) == PATTERN);
        report.equal("flags stay as they were", Registers.FLAGS, out(OUT_BYTE, ABSENT, 0xff).registers().flags());
    }

    private static void latch(Report report) {
        int before = Processor.inByte(LATCH);
        out(OUT_BYTE, LATCH, 0x5A);
        report.equal("a byte that was written is read back", PATTERN & ~0xffL | 0x5A, in(IN_BYTE, LATCH));
        OUT_LATCH.run(new Registers().set(GeneralRegister.RAX, 0xA5));
        report.equal("a byte that was written by the immediate form is read back", PATTERN & ~0xffL | 0xA5,
                IN_LATCH.run(new Registers().set(GeneralRegister.RAX, PATTERN)).get(GeneralRegister.RAX));
        Processor.outByte(LATCH, before);
    }

    private static void widths(Report report, String where, int port) {
        report.equal("IN AL of " + where + " changes the lowest byte alone", PATTERN >>> Byte.SIZE, in(IN_BYTE, port) >>> Byte.SIZE);
        report.equal("IN AX of " + where + " changes the lowest word alone", PATTERN >>> Short.SIZE, in(IN_WORD, port) >>> Short.SIZE);
        report.equal("IN EAX of " + where + " clears the upper half of RAX", 0, in(IN_DOUBLE, port) >>> Integer.SIZE);
        report.equal("IN with REX.W of " + where + " is IN EAX", 0, in(IN_WIDE, port) >>> Integer.SIZE);
    }

    private static void immediates(Report report) {
        Registers registers = new Registers().set(GeneralRegister.RAX, PATTERN);
        Outcome read = IN_ABSENT.run(registers);
        report.equal("IN AL with an immediate of a kept port goes on behind two bytes", 3, read.offset());
        report.equal("IN AL with an immediate of a kept port changes AL alone", PATTERN >>> Byte.SIZE, read.get(GeneralRegister.RAX) >>> Byte.SIZE);
        report.equal("IN EAX with an immediate of a kept port clears the upper half of RAX", 0,
                IN_ABSENT_DOUBLE.run(registers).get(GeneralRegister.RAX) >>> Integer.SIZE);
        registers.set(GeneralRegister.RAX, 0xff);
        report.equal("OUT with an immediate of a kept port goes on behind two bytes", 3, OUT_ABSENT.run(registers).offset());
    }

    private static void configuration(Report report) {
        PciPort.select(PciPort.HOST_BRIDGE);
        long all = in(IN_DOUBLE, PciPort.DATA);
        report.equal("the host bridge is Intel's", PciPort.INTEL, all & 0xffff);
        for (int i = 0; i < Integer.BYTES; i++) {
            report.equal("byte " + i + " of the configuration register", all >>> i * Byte.SIZE & 0xff, in(IN_BYTE, PciPort.DATA + i) & 0xff);
        }
        report.equal("lower word of the configuration register", all & 0xffff, in(IN_WORD, PciPort.DATA) & 0xffff);
        report.equal("upper word of the configuration register", all >>> Short.SIZE, in(IN_WORD, PciPort.DATA + 2) & 0xffff);
        report.equal("middle word of the configuration register", all >>> Byte.SIZE & 0xffff, in(IN_WORD, PciPort.DATA + 1) & 0xffff);
    }

    private static void configurationAddress(Report report) {
        out(OUT_DOUBLE, PciPort.ADDRESS, 0x8000_1234L);
        report.equal("the configuration address reads back", 0x8000_1234L, in(IN_DOUBLE, PciPort.ADDRESS));
        out(OUT_BYTE, PciPort.ADDRESS, 0x55);
        report.equal("a byte does not change the configuration address", 0x8000_1234L, in(IN_DOUBLE, PciPort.ADDRESS));
        out(OUT_WORD, PciPort.ADDRESS + 2, 0x55);
        report.equal("a word does not change the configuration address", 0x8000_1234L, in(IN_DOUBLE, PciPort.ADDRESS));
        out(OUT_DOUBLE, PciPort.ADDRESS, 0);
        report.equal("without the enable bit nothing is read", 0xffff_ffffL, in(IN_DOUBLE, PciPort.DATA));
        out(OUT_DOUBLE, PciPort.ADDRESS, PciPort.HOST_BRIDGE | 0x1F << 11 | 7 << 8);
        report.equal("an absent function reads as all ones", 0xffff_ffffL, in(IN_DOUBLE, PciPort.DATA));
    }

    private static void configurationLatch(Report report) {
        int address = PciPort.latch();
        report.check("a function has an interrupt line that can be written", address != PciPort.NONE);
        PciPort.select(address);
        long before = in(IN_DOUBLE, PciPort.DATA);
        out(OUT_BYTE, PciPort.DATA, 0x5A);
        report.equal("a byte written to configuration changes that byte", before & ~0xffL | 0x5A, in(IN_DOUBLE, PciPort.DATA));
        out(OUT_WORD, PciPort.DATA, 0xA5);
        report.equal("a word written to configuration changes its byte", 0xA5, in(IN_BYTE, PciPort.DATA) & 0xff);
        out(OUT_DOUBLE, PciPort.DATA, before);
        report.equal("a double word written to configuration changes all", before, in(IN_DOUBLE, PciPort.DATA));
    }

    /** RAX afterwards. The upper half of RDX does not count. */
    private static long in(Snippet snippet, int port) {
        Registers registers = new Registers().set(GeneralRegister.RAX, PATTERN).set(GeneralRegister.RDX, PORT_PATTERN << Integer.SIZE | port);
        return snippet.run(registers).get(GeneralRegister.RAX);
    }

    private static Outcome out(Snippet snippet, int port, long value) {
        return snippet.run(new Registers().set(GeneralRegister.RAX, value).set(GeneralRegister.RDX, PORT_PATTERN << Integer.SIZE | port));
    }
}
