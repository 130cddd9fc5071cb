/** Instructions of every form that touch a device's memory: the local APIC's entry for its errors. Intel SDM vol. 2D, tables. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.runtime.unboxed.Address;

/** All accesses have 32 bits, as the manual wants it (vol. 3, section 10.4.1). RBX points at the register. */
final class DeviceFormArea extends Area {
    static final long ERROR_ENTRY = SelfInterrupt.APIC + 0x370;
    /** Vector and mask: what can be written. */
    static final int WRITABLE = 0x100FF;
    static final int BEFORE = 0x10055;
    private static final int OTHER = 0x10066;
    private static final int EXCHANGED = 0x10088;
    /** sete al; setc al. */
    private static final int[] SET_IF_ZERO = {0x0F, 0x94, 0xC0};
    private static final int[] SET_IF_CARRY = {0x0F, 0x92, 0xC0};
    private static final int STC = 0xF9;
    private static final int REP = 0xF3;

    /** A row: EAX before, then the register and EAX behind the code. */
    private static final class Row {
        private final String what;
        private final Snippet snippet;
        private final int operand;
        private final int device;
        private final int result;

        private Row(String what, int operand, int device, int result, Code code) {
            this.what = what;
            this.snippet = code.snippet();
            this.operand = operand;
            this.device = device;
            this.result = result;
        }
    }

    private static final Row[] ROWS = {
        reads("MOV", 0, BEFORE, 0x8B, 0x03),
        writes("MOV", OTHER, OTHER, 0x89, 0x03),
        writes("MOV of an immediate", 0, 0x10077, 0xC7, 0x03, 0x77, 0x00, 0x01, 0x00),
        writes("MOVNTI", OTHER, OTHER, 0x0F, 0xC3, 0x03),
        new Row("MOV from an absolute address", 0, BEFORE, BEFORE, code().bytes(0xA1).dword(ERROR_ENTRY).dword(0)),
        new Row("MOV to an absolute address", OTHER, OTHER, OTHER, code().bytes(0xA3).dword(ERROR_ENTRY).dword(0)),
        reads("MOVSXD", 0, BEFORE, 0x48, 0x63, 0x03),
        reads("MOV to R8D", 0, BEFORE, 0x44, 0x8B, 0x03, 0x44, 0x89, 0xC0),
        writes("ADD", 0x11, 0x10066, 0x01, 0x03),
        writes("OR", 0x22, 0x10077, 0x09, 0x03),
        writes("AND", 0x1000F, 0x10005, 0x21, 0x03),
        writes("SUB", 0x11, 0x10044, 0x29, 0x03),
        writes("XOR", 0xFF, 0x100AA, 0x31, 0x03),
        writes("ADC with carry", 0x10, 0x10066, STC, 0x11, 0x03),
        writes("SBB with carry", 0x10, 0x10044, STC, 0x19, 0x03),
        writes("LOCK ADD", 0x11, 0x10066, Op.LOCK, 0x01, 0x03),
        reads("ADD", 1, BEFORE + 1, 0x03, 0x03),
        reads("OR", 0xAA, 0x100FF, 0x0B, 0x03),
        reads("AND", 0x0F, 0x05, 0x23, 0x03),
        reads("SUB", 0x10056, 1, 0x2B, 0x03),
        reads("XOR", BEFORE, 0, 0x33, 0x03),
        new Row("CMP with a register", BEFORE, BEFORE, 0x10001, code().bytes(0x39, 0x03).bytes(SET_IF_ZERO)),
        new Row("CMP of a register", BEFORE, BEFORE, 0x10001, code().bytes(0x3B, 0x03).bytes(SET_IF_ZERO)),
        new Row("CMP with an immediate", 0, BEFORE, 1, code().bytes(0x81, 0x3B).dword(BEFORE).bytes(SET_IF_ZERO)),
        new Row("TEST with a register", 0xAA, BEFORE, 1, code().bytes(0x85, 0x03).bytes(SET_IF_ZERO)),
        new Row("TEST with an immediate", 0, BEFORE, 1, code().bytes(0xF7, 0x03).dword(0xAA).bytes(SET_IF_ZERO)),
        writes("ADD of an immediate", 0, 0x10066, 0x81, 0x03, 0x11, 0, 0, 0),
        writes("OR of a byte", 0, 0x10077, 0x83, 0x0B, 0x22),
        writes("AND of a byte", 0, 0x10050, 0x83, 0x23, 0xF0),
        writes("SUB of a byte", 0, 0x10044, 0x83, 0x2B, 0x11),
        writes("XOR of a byte", 0, 0x10044, 0x83, 0x33, 0x11),
        writes("INC", 0, 0x10056, 0xFF, 0x03),
        writes("DEC", 0, 0x10054, 0xFF, 0x0B),
        writes("NOT", 0, 0xAA, 0xF7, 0x13),
        writes("NEG", 0, 0xAB, 0xF7, 0x1B),
        new Row("XCHG", OTHER, OTHER, BEFORE, code().bytes(0x87, 0x03)),
        new Row("XADD", 0x11, 0x10066, BEFORE, code().bytes(0x0F, 0xC1, 0x03)),
        new Row("CMPXCHG of equals", BEFORE, EXCHANGED, BEFORE, code().bytes(0x0F, 0xB1, 0x0B)),
        new Row("CMPXCHG of others", 1, BEFORE, BEFORE, code().bytes(0x0F, 0xB1, 0x0B)),
        new Row("LOCK CMPXCHG of equals", BEFORE, EXCHANGED, BEFORE, code().bytes(Op.LOCK, 0x0F, 0xB1, 0x0B)),
        new Row("BT of an immediate", 0, BEFORE, 1, code().bytes(0x0F, 0xBA, 0x23, 0x00).bytes(SET_IF_CARRY)),
        writes("BTS of an immediate", 0, 0x10057, 0x0F, 0xBA, 0x2B, 0x01),
        writes("BTR of an immediate", 0, 0x10054, 0x0F, 0xBA, 0x33, 0x00),
        writes("BTC of an immediate", 0, 0x10057, 0x0F, 0xBA, 0x3B, 0x01),
        writes("BTS of a register", 1, 0x10057, 0x0F, 0xAB, 0x03),
        new Row("STOSD", OTHER, OTHER, OTHER, code().move(Register.RDI, Register.RBX).bytes(0xAB)),
        new Row("REP STOSD", OTHER, OTHER, OTHER, code().move(Register.RDI, Register.RBX).load(Register.RCX, 1).bytes(REP, 0xAB)),
        new Row("LODSD", 0, BEFORE, BEFORE, code().move(Register.RSI, Register.RBX).bytes(0xAD)),
        new Row("MOVSD from a device", 0, BEFORE, BEFORE,
                code().move(Register.RSI, Register.RBX).move(Register.RDI, Register.RDX).bytes(0xA5).bytes(0x8B, 0x02)),
        new Row("MOVSD to a device", OTHER, OTHER, OTHER,
                code().bytes(0x89, 0x02).move(Register.RSI, Register.RDX).move(Register.RDI, Register.RBX).bytes(0xA5)),
        new Row("REP STOSD of nothing", OTHER, BEFORE, OTHER, code().move(Register.RDI, Register.RBX).load(Register.RCX, 0).bytes(REP, 0xAB)),
        new Row("MOV with an address of 32 bits", 0, BEFORE, BEFORE,
                code().load(Register.RSI, 1L << 40).register(Form.OR_MR, Register.RSI, Register.RBX).bytes(Op.ADDRESS_SIZE, 0x8B, 0x03)),
        new Row("MOV with base, index and displacement", 0, BEFORE, BEFORE,
                code().load(Register.RCX, 0x10).bytes(0x8B, 0x44, 0x8B, 0xC0)),
    };

    private static Row reads(String what, int operand, int result, int... bytes) {
        return new Row(what + " from a device", operand, BEFORE, result, code().bytes(bytes));
    }

    private static Row writes(String what, int operand, int device, int... bytes) {
        return new Row(what + " to a device", operand, device, operand, code().bytes(bytes));
    }

    @Override
    String name() {
        return "deviceforms";
    }

    @Override
    void run(Report report) {
        SelfInterrupt.enable();
        Address entry = Address.of(ERROR_ENTRY);
        int before = entry.loadInt();
        for (Row row : ROWS) {
            entry.store(BEFORE);
            Registers registers = new Registers().set(GeneralRegister.RBX, ERROR_ENTRY).set(GeneralRegister.RAX, row.operand);
            registers.set(GeneralRegister.RCX, EXCHANGED).set(GeneralRegister.RDX, TestMemory.OPERAND);
            Outcome outcome = row.snippet.run(registers);
            long device = entry.loadInt() & WRITABLE;
            report.equal(row.what, both(row.device, row.result), outcome.completed() ? both(device, (int) outcome.get(GeneralRegister.RAX)) : -1);
        }
        entry.store(before);
    }

    /** The register above EAX, so that one line tells both. */
    private static long both(long device, int result) {
        return device << Integer.SIZE | Integer.toUnsignedLong(result);
    }
}
