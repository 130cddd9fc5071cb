/** The table of instruction forms: one row each, every row tested against NASM. */
package org.peaberry.compiler.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns: mnemonic, operand encoding, widths (B, W, D, Q), opcode extension in ModRM.reg or -1, mandatory prefix or 0, opcode. Opcodes
 * of forms that have byte variants are those of the wider ones; the byte variant's last byte is one less. Intel SDM vol. 2; AMD APM
 * vol. 3 for the virtual machine instructions.
 */
public enum Form {
    ADD_RM("add", Encoding.RM, "BWDQ", -1, 0, 0x03),
    ADD_MR("add", Encoding.MR, "BWDQ", -1, 0, 0x01),
    ADD_I8("add", Encoding.MI8, "WDQ", 0, 0, 0x83),
    ADD_I("add", Encoding.MI, "BWDQ", 0, 0, 0x81),
    OR_RM("or", Encoding.RM, "BWDQ", -1, 0, 0x0b),
    OR_MR("or", Encoding.MR, "BWDQ", -1, 0, 0x09),
    OR_I8("or", Encoding.MI8, "WDQ", 1, 0, 0x83),
    OR_I("or", Encoding.MI, "BWDQ", 1, 0, 0x81),
    ADC_RM("adc", Encoding.RM, "BWDQ", -1, 0, 0x13),
    ADC_MR("adc", Encoding.MR, "BWDQ", -1, 0, 0x11),
    ADC_I8("adc", Encoding.MI8, "WDQ", 2, 0, 0x83),
    ADC_I("adc", Encoding.MI, "BWDQ", 2, 0, 0x81),
    SBB_RM("sbb", Encoding.RM, "BWDQ", -1, 0, 0x1b),
    SBB_MR("sbb", Encoding.MR, "BWDQ", -1, 0, 0x19),
    SBB_I8("sbb", Encoding.MI8, "WDQ", 3, 0, 0x83),
    SBB_I("sbb", Encoding.MI, "BWDQ", 3, 0, 0x81),
    AND_RM("and", Encoding.RM, "BWDQ", -1, 0, 0x23),
    AND_MR("and", Encoding.MR, "BWDQ", -1, 0, 0x21),
    AND_I8("and", Encoding.MI8, "WDQ", 4, 0, 0x83),
    AND_I("and", Encoding.MI, "BWDQ", 4, 0, 0x81),
    SUB_RM("sub", Encoding.RM, "BWDQ", -1, 0, 0x2b),
    SUB_MR("sub", Encoding.MR, "BWDQ", -1, 0, 0x29),
    SUB_I8("sub", Encoding.MI8, "WDQ", 5, 0, 0x83),
    SUB_I("sub", Encoding.MI, "BWDQ", 5, 0, 0x81),
    XOR_RM("xor", Encoding.RM, "BWDQ", -1, 0, 0x33),
    XOR_MR("xor", Encoding.MR, "BWDQ", -1, 0, 0x31),
    XOR_I8("xor", Encoding.MI8, "WDQ", 6, 0, 0x83),
    XOR_I("xor", Encoding.MI, "BWDQ", 6, 0, 0x81),
    CMP_RM("cmp", Encoding.RM, "BWDQ", -1, 0, 0x3b),
    CMP_MR("cmp", Encoding.MR, "BWDQ", -1, 0, 0x39),
    CMP_I8("cmp", Encoding.MI8, "WDQ", 7, 0, 0x83),
    CMP_I("cmp", Encoding.MI, "BWDQ", 7, 0, 0x81),
    TEST_MR("test", Encoding.MR, "BWDQ", -1, 0, 0x85),
    TEST_I("test", Encoding.MI, "BWDQ", 0, 0, 0xf7),
    MOV_RM("mov", Encoding.RM, "BWDQ", -1, 0, 0x8b),
    MOV_MR("mov", Encoding.MR, "BWDQ", -1, 0, 0x89),
    MOV_I("mov", Encoding.MI, "BWDQ", 0, 0, 0xc7),
    XCHG_MR("xchg", Encoding.MR, "BWDQ", -1, 0, 0x87),
    LEA("lea", Encoding.RM, "DQ", -1, 0, 0x8d),
    MOVZX_B("movzx", Encoding.RM, "DQ", -1, 0, 0x0f, 0xb6),
    MOVZX_W("movzx", Encoding.RM, "DQ", -1, 0, 0x0f, 0xb7),
    MOVSX_B("movsx", Encoding.RM, "DQ", -1, 0, 0x0f, 0xbe),
    MOVSX_W("movsx", Encoding.RM, "DQ", -1, 0, 0x0f, 0xbf),
    MOVSXD("movsxd", Encoding.RM, "Q", -1, 0, 0x63),
    IMUL_RM("imul", Encoding.RM, "DQ", -1, 0, 0x0f, 0xaf),
    IMUL_I8("imul", Encoding.RMI8, "DQ", -1, 0, 0x6b),
    IMUL_I("imul", Encoding.RMI, "DQ", -1, 0, 0x69),
    NOT("not", Encoding.M, "BWDQ", 2, 0, 0xf7),
    NEG("neg", Encoding.M, "BWDQ", 3, 0, 0xf7),
    MUL("mul", Encoding.M, "BWDQ", 4, 0, 0xf7),
    IMUL_ONE("imul", Encoding.M, "BWDQ", 5, 0, 0xf7),
    DIV("div", Encoding.M, "BWDQ", 6, 0, 0xf7),
    IDIV("idiv", Encoding.M, "BWDQ", 7, 0, 0xf7),
    INC("inc", Encoding.M, "BWDQ", 0, 0, 0xff),
    DEC("dec", Encoding.M, "BWDQ", 1, 0, 0xff),
    ROL_1("rol", Encoding.M, "BWDQ", 0, 0, 0xd1),
    ROL_CL("rol", Encoding.M, "BWDQ", 0, 0, 0xd3),
    ROL_I8("rol", Encoding.MI8, "BWDQ", 0, 0, 0xc1),
    ROR_1("ror", Encoding.M, "BWDQ", 1, 0, 0xd1),
    ROR_CL("ror", Encoding.M, "BWDQ", 1, 0, 0xd3),
    ROR_I8("ror", Encoding.MI8, "BWDQ", 1, 0, 0xc1),
    SHL_1("shl", Encoding.M, "BWDQ", 4, 0, 0xd1),
    SHL_CL("shl", Encoding.M, "BWDQ", 4, 0, 0xd3),
    SHL_I8("shl", Encoding.MI8, "BWDQ", 4, 0, 0xc1),
    SHR_1("shr", Encoding.M, "BWDQ", 5, 0, 0xd1),
    SHR_CL("shr", Encoding.M, "BWDQ", 5, 0, 0xd3),
    SHR_I8("shr", Encoding.MI8, "BWDQ", 5, 0, 0xc1),
    SAR_1("sar", Encoding.M, "BWDQ", 7, 0, 0xd1),
    SAR_CL("sar", Encoding.M, "BWDQ", 7, 0, 0xd3),
    SAR_I8("sar", Encoding.MI8, "BWDQ", 7, 0, 0xc1),
    BSF("bsf", Encoding.RM, "DQ", -1, 0, 0x0f, 0xbc),
    TZCNT("tzcnt", Encoding.RM, "DQ", -1, 0xf3, 0x0f, 0xbc),
    BSR("bsr", Encoding.RM, "DQ", -1, 0, 0x0f, 0xbd),
    POPCNT("popcnt", Encoding.RM, "DQ", -1, 0xf3, 0x0f, 0xb8),
    BT_MR("bt", Encoding.MR, "DQ", -1, 0, 0x0f, 0xa3),
    BT_I8("bt", Encoding.MI8, "DQ", 4, 0, 0x0f, 0xba),
    BTS_MR("bts", Encoding.MR, "DQ", -1, 0, 0x0f, 0xab),
    BTS_I8("bts", Encoding.MI8, "DQ", 5, 0, 0x0f, 0xba),
    BTR_MR("btr", Encoding.MR, "DQ", -1, 0, 0x0f, 0xb3),
    BTR_I8("btr", Encoding.MI8, "DQ", 6, 0, 0x0f, 0xba),
    BTC_MR("btc", Encoding.MR, "DQ", -1, 0, 0x0f, 0xbb),
    BTC_I8("btc", Encoding.MI8, "DQ", 7, 0, 0x0f, 0xba),
    LOCK_BTS_MR("lock bts", Encoding.MR, "DQ", -1, 0xf0, 0x0f, 0xab),
    LOCK_BTR_MR("lock btr", Encoding.MR, "DQ", -1, 0xf0, 0x0f, 0xb3),
    LOCK_BTC_MR("lock btc", Encoding.MR, "DQ", -1, 0xf0, 0x0f, 0xbb),
    LOCK_CMPXCHG("lock cmpxchg", Encoding.MR, "BWDQ", -1, 0xf0, 0x0f, 0xb1),
    LOCK_XADD("lock xadd", Encoding.MR, "BWDQ", -1, 0xf0, 0x0f, 0xc1),
    LOCK_ADD_MR("lock add", Encoding.MR, "BWDQ", -1, 0xf0, 0x01),
    LOCK_OR_MR("lock or", Encoding.MR, "BWDQ", -1, 0xf0, 0x09),
    LOCK_AND_MR("lock and", Encoding.MR, "BWDQ", -1, 0xf0, 0x21),
    LOCK_SUB_MR("lock sub", Encoding.MR, "BWDQ", -1, 0xf0, 0x29),
    LOCK_XOR_MR("lock xor", Encoding.MR, "BWDQ", -1, 0xf0, 0x31),
    MOVAPS("movaps", Encoding.XMM_RM, "D", -1, 0, 0x0f, 0x28),
    MOVUPS_RM("movups", Encoding.XMM_RM, "D", -1, 0, 0x0f, 0x10),
    MOVUPS_MR("movups", Encoding.XMM_MR, "D", -1, 0, 0x0f, 0x11),
    MOVSS_RM("movss", Encoding.XMM_RM, "D", -1, 0xf3, 0x0f, 0x10),
    MOVSS_MR("movss", Encoding.XMM_MR, "D", -1, 0xf3, 0x0f, 0x11),
    MOVSD_RM("movsd", Encoding.XMM_RM, "D", -1, 0xf2, 0x0f, 0x10),
    MOVSD_MR("movsd", Encoding.XMM_MR, "D", -1, 0xf2, 0x0f, 0x11),
    MOVD_TO_XMM("movd", Encoding.XMM_GENERAL, "DQ", -1, 0x66, 0x0f, 0x6e),
    MOVD_FROM_XMM("movd", Encoding.GENERAL_FROM_XMM, "DQ", -1, 0x66, 0x0f, 0x7e),
    XORPS("xorps", Encoding.XMM_RM, "D", -1, 0, 0x0f, 0x57),
    ADDSS("addss", Encoding.XMM_RM, "D", -1, 0xf3, 0x0f, 0x58),
    ADDSD("addsd", Encoding.XMM_RM, "D", -1, 0xf2, 0x0f, 0x58),
    SUBSS("subss", Encoding.XMM_RM, "D", -1, 0xf3, 0x0f, 0x5c),
    SUBSD("subsd", Encoding.XMM_RM, "D", -1, 0xf2, 0x0f, 0x5c),
    MULSS("mulss", Encoding.XMM_RM, "D", -1, 0xf3, 0x0f, 0x59),
    MULSD("mulsd", Encoding.XMM_RM, "D", -1, 0xf2, 0x0f, 0x59),
    DIVSS("divss", Encoding.XMM_RM, "D", -1, 0xf3, 0x0f, 0x5e),
    DIVSD("divsd", Encoding.XMM_RM, "D", -1, 0xf2, 0x0f, 0x5e),
    SQRTSD("sqrtsd", Encoding.XMM_RM, "D", -1, 0xf2, 0x0f, 0x51),
    UCOMISS("ucomiss", Encoding.XMM_RM, "D", -1, 0, 0x0f, 0x2e),
    UCOMISD("ucomisd", Encoding.XMM_RM, "D", -1, 0x66, 0x0f, 0x2e),
    CVTSS2SD("cvtss2sd", Encoding.XMM_RM, "D", -1, 0xf3, 0x0f, 0x5a),
    CVTSD2SS("cvtsd2ss", Encoding.XMM_RM, "D", -1, 0xf2, 0x0f, 0x5a),
    CVTSI2SS("cvtsi2ss", Encoding.XMM_GENERAL, "DQ", -1, 0xf3, 0x0f, 0x2a),
    CVTSI2SD("cvtsi2sd", Encoding.XMM_GENERAL, "DQ", -1, 0xf2, 0x0f, 0x2a),
    CVTTSS2SI("cvttss2si", Encoding.GENERAL_XMM, "DQ", -1, 0xf3, 0x0f, 0x2c),
    CVTTSD2SI("cvttsd2si", Encoding.GENERAL_XMM, "DQ", -1, 0xf2, 0x0f, 0x2c),
    JMP_M("jmp", Encoding.M, "D", 4, 0, 0xff),
    CALL_M("call", Encoding.M, "D", 2, 0, 0xff),
    PUSH_M("push", Encoding.M, "D", 6, 0, 0xff),
    POP_M("pop", Encoding.M, "D", 0, 0, 0x8f),
    PUSH("push", Encoding.O, "D", -1, 0, 0x50),
    POP("pop", Encoding.O, "D", -1, 0, 0x58),
    BSWAP("bswap", Encoding.O, "DQ", -1, 0, 0x0f, 0xc8),
    INVLPG("invlpg", Encoding.M, "D", 7, 0, 0x0f, 0x01),
    SGDT("sgdt", Encoding.M, "D", 0, 0, 0x0f, 0x01),
    SIDT("sidt", Encoding.M, "D", 1, 0, 0x0f, 0x01),
    LGDT("lgdt", Encoding.M, "D", 2, 0, 0x0f, 0x01),
    LIDT("lidt", Encoding.M, "D", 3, 0, 0x0f, 0x01),
    STR("str", Encoding.M, "W", 1, 0, 0x0f, 0x00),
    LLDT("lldt", Encoding.M, "D", 2, 0, 0x0f, 0x00),
    LTR("ltr", Encoding.M, "D", 3, 0, 0x0f, 0x00),
    FXSAVE64("fxsave64", Encoding.M, "Q", 0, 0, 0x0f, 0xae),
    FXRSTOR64("fxrstor64", Encoding.M, "Q", 1, 0, 0x0f, 0xae),
    XSAVE64("xsave64", Encoding.M, "Q", 4, 0, 0x0f, 0xae),
    XRSTOR64("xrstor64", Encoding.M, "Q", 5, 0, 0x0f, 0xae),
    VMXON("vmxon", Encoding.M, "D", 6, 0xf3, 0x0f, 0xc7),
    VMCLEAR("vmclear", Encoding.M, "D", 6, 0x66, 0x0f, 0xc7),
    VMPTRLD("vmptrld", Encoding.M, "D", 6, 0, 0x0f, 0xc7),
    VMREAD("vmread", Encoding.MR, "D", -1, 0, 0x0f, 0x78),
    VMWRITE("vmwrite", Encoding.RM, "D", -1, 0, 0x0f, 0x79),
    INVEPT("invept", Encoding.RM, "D", -1, 0x66, 0x0f, 0x38, 0x80),
    INVVPID("invvpid", Encoding.RM, "D", -1, 0x66, 0x0f, 0x38, 0x81),
    MOV_FROM_CR("mov", Encoding.SYSTEM, "D", -1, 0, 0x0f, 0x20),
    MOV_TO_CR("mov", Encoding.SYSTEM, "D", -1, 0, 0x0f, 0x22),
    MOV_FROM_DR("mov", Encoding.SYSTEM, "D", -1, 0, 0x0f, 0x21),
    MOV_TO_DR("mov", Encoding.SYSTEM, "D", -1, 0, 0x0f, 0x23),
    MOV_FROM_SEGMENT("mov", Encoding.SYSTEM, "D", -1, 0, 0x8c),
    MOV_TO_SEGMENT("mov", Encoding.SYSTEM, "D", -1, 0, 0x8e),
    RET("ret", Encoding.ZO, "D", -1, 0, 0xc3),
    CDQ("cdq", Encoding.ZO, "D", -1, 0, 0x99),
    CQO("cqo", Encoding.ZO, "D", -1, 0, 0x48, 0x99),
    INT3("int3", Encoding.ZO, "D", -1, 0, 0xcc),
    UD2("ud2", Encoding.ZO, "D", -1, 0, 0x0f, 0x0b),
    HLT("hlt", Encoding.ZO, "D", -1, 0, 0xf4),
    CLI("cli", Encoding.ZO, "D", -1, 0, 0xfa),
    STI("sti", Encoding.ZO, "D", -1, 0, 0xfb),
    CLD("cld", Encoding.ZO, "D", -1, 0, 0xfc),
    PAUSE("pause", Encoding.ZO, "D", -1, 0, 0xf3, 0x90),
    MFENCE("mfence", Encoding.ZO, "D", -1, 0, 0x0f, 0xae, 0xf0),
    LFENCE("lfence", Encoding.ZO, "D", -1, 0, 0x0f, 0xae, 0xe8),
    SFENCE("sfence", Encoding.ZO, "D", -1, 0, 0x0f, 0xae, 0xf8),
    PUSHFQ("pushfq", Encoding.ZO, "D", -1, 0, 0x9c),
    POPFQ("popfq", Encoding.ZO, "D", -1, 0, 0x9d),
    RDMSR("rdmsr", Encoding.ZO, "D", -1, 0, 0x0f, 0x32),
    WRMSR("wrmsr", Encoding.ZO, "D", -1, 0, 0x0f, 0x30),
    RDTSC("rdtsc", Encoding.ZO, "D", -1, 0, 0x0f, 0x31),
    RDTSCP("rdtscp", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xf9),
    CPUID("cpuid", Encoding.ZO, "D", -1, 0, 0x0f, 0xa2),
    WBINVD("wbinvd", Encoding.ZO, "D", -1, 0, 0x0f, 0x09),
    CLTS("clts", Encoding.ZO, "D", -1, 0, 0x0f, 0x06),
    SYSCALL("syscall", Encoding.ZO, "D", -1, 0, 0x0f, 0x05),
    IRETQ("iretq", Encoding.ZO, "D", -1, 0, 0x48, 0xcf),
    SWAPGS("swapgs", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xf8),
    XGETBV("xgetbv", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xd0),
    XSETBV("xsetbv", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xd1),
    STAC("stac", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xcb),
    CLAC("clac", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xca),
    VMRUN("vmrun", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xd8),
    VMMCALL("vmmcall", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xd9),
    VMLOAD("vmload", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xda),
    VMSAVE("vmsave", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xdb),
    STGI("stgi", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xdc),
    CLGI("clgi", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xdd),
    INVLPGA("invlpga", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xdf),
    VMCALL("vmcall", Encoding.ZO, "D", -1, 0, 0x0f, 0x01, 0xc1),
    REP_MOVSB("rep movsb", Encoding.ZO, "D", -1, 0, 0xf3, 0xa4),
    REP_MOVSQ("rep movsq", Encoding.ZO, "D", -1, 0, 0xf3, 0x48, 0xa5),
    REP_STOSB("rep stosb", Encoding.ZO, "D", -1, 0, 0xf3, 0xaa),
    REP_STOSQ("rep stosq", Encoding.ZO, "D", -1, 0, 0xf3, 0x48, 0xab),
    IN_BYTE("in al, dx", Encoding.ZO, "D", -1, 0, 0xec),
    IN_WORD("in ax, dx", Encoding.ZO, "D", -1, 0, 0x66, 0xed),
    IN_DOUBLE("in eax, dx", Encoding.ZO, "D", -1, 0, 0xed),
    OUT_BYTE("out dx, al", Encoding.ZO, "D", -1, 0, 0xee),
    OUT_WORD("out dx, ax", Encoding.ZO, "D", -1, 0, 0x66, 0xef),
    OUT_DOUBLE("out dx, eax", Encoding.ZO, "D", -1, 0, 0xef);

    private final String mnemonic;
    private final Encoding encoding;
    private final List<Width> widths = new ArrayList<>();
    private final int extension;
    private final int prefix;
    private final int[] opcode;

    Form(String mnemonic, Encoding encoding, String widths, int extension, int prefix, int... opcode) {
        this.mnemonic = mnemonic;
        this.encoding = encoding;
        this.extension = extension;
        this.prefix = prefix;
        this.opcode = opcode;
        for (Width width : Width.values()) {
            if (widths.indexOf(width.name().charAt(0)) >= 0) {
                this.widths.add(width);
            }
        }
    }

    /** NASM's name, prefixes included; of instructions without explicit operands the whole text. */
    public String mnemonic() {
        return mnemonic;
    }

    public Encoding encoding() {
        return encoding;
    }

    /** Operand sizes it exists in; DOUBLE alone also stands for "no REX.W needed". */
    public List<Width> widths() {
        return widths;
    }

    int extension() {
        return extension;
    }

    int prefix() {
        return prefix;
    }

    int[] opcode() {
        return opcode;
    }

    boolean hasByteVariant() {
        return widths.contains(Width.BYTE);
    }

    /** Width of the r/m operand: extending moves read narrower than they write. */
    Width sourceWidth(Width width) {
        return switch (this) {
            case MOVZX_B, MOVSX_B -> Width.BYTE;
            case MOVZX_W, MOVSX_W -> Width.WORD;
            case MOVSXD -> Width.DOUBLE;
            default -> width;
        };
    }
}
