/** Random instructions in NASM's syntax: every addressing mode, many opcodes. */
package org.peaberry.arch.decode;

import java.util.Random;

/** What it makes is valid in the mode it was made for. */
final class InstructionSamples {
    private static final String[] REGISTERS_8 = {"al", "cl", "dl", "bl"};
    private static final String[] REGISTERS_16 = {"ax", "cx", "dx", "bx", "sp", "bp", "si", "di"};
    private static final String[] REGISTERS_32 = {"eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi"};
    private static final String[] REGISTERS_64 = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"};
    private static final String[] EXTENDED_32 = {"r8d", "r9d", "r10d", "r11d", "r12d", "r13d", "r14d", "r15d"};
    private static final String[] BASES_16 = {"bx", "bp", "si", "di", "bx+si", "bx+di", "bp+si", "bp+di"};
    private static final String[] TWO_OPERANDS = {"mov", "add", "adc", "sub", "sbb", "and", "or", "xor", "cmp", "test", "xchg"};
    private static final String[] ONE_OPERAND = {"not", "neg", "inc", "dec", "mul", "div"};
    private static final String[] BIT_TESTS = {"bt", "bts", "btr", "btc"};
    private static final String[] SHIFTS = {"shl", "shr", "sar", "rol", "rcr"};
    private static final String[] SEGMENTS = {"es:", "cs:", "ss:", "ds:", "fs:", "gs:"};
    private static final String[] PLAIN = {"cpuid", "hlt", "rdmsr", "wrmsr", "vmmcall", "vmcall", "rdtsc", "rdtscp", "xsetbv", "pause", "wbinvd", "invd",
        "monitor", "mwait", "rdpmc", "in al, 0x60", "in ax, dx", "in eax, dx", "in eax, 0x70", "out 0x80, al", "out dx, eax", "out dx, ax", "insb", "insw",
        "insd", "outsb", "rep outsd", "rep insw", "clts", "cli", "sti", "stosb", "stosw", "rep stosd", "movsb", "rep movsd", "lodsw", "iret", "ret", "ret 8",
        "leave", "enter 16, 1", "nop", "int 0x80", "int3", "cmpsb", "scasw", "lahf", "fninit", "emms", "ud2", "syscall", "sysret", "push 5", "push 0x12345",
        "pushf", "cwde", "vzeroupper", "mfence", "xgetbv", "clgi", "stgi", "vmrun", "call $+100000", "jmp $+5", "jne $+3", "jne $+70000"};
    private static final String[] PLAIN_64 = {"swapgs", "skinit", "rep stosq", "movsq", "iretq", "mov rax, 0x1122334455667788", "mov r9, 5", "mov rax, cr0", "mov cr8, rdx",
        "mov r12, cr4", "mov cr3, r15", "mov rcx, dr7", "mov dr6, rdi", "movabs_load", "in_rex", "push r12", "pop r9", "movsxd rax, ecx"};
    private static final String[] PLAIN_32 = {"pusha", "popa", "daa", "aas", "into", "aam", "mov eax, cr0", "mov cr4, edi", "mov edx, dr7", "mov cr3, ecx", "push es", "pop ds",
        "call 8:0x1234", "jmp 8:0x5678", "inc eax", "dec si"};
    private static final String[] ON_MEMORY = {"invlpg %s", "lgdt %s", "lidt %s", "sgdt %s", "fxsave %s", "clflush %s", "movups xmm1, %s", "movaps %s, xmm2",
        "pshufd xmm1, %s, 5", "palignr xmm0, %s, 3", "vaddps ymm1, ymm2, %s", "vpermilps xmm1, %s, 4", "vmovdqu %s, xmm3", "prefetcht0 %s",
        "cmpxchg8b %s", "fld dword %s", "lmsw %s", "movnti %s, eax", "shld %s, eax, 3", "shrd %s, ecx, cl", "sete %s", "cmovne eax, %s", "imul eax, %s",
        "bsf ecx, %s", "movzx eax, byte %s", "movsx ecx, word %s", "movbe eax, %s", "popcnt edx, %s", "xadd %s, eax", "cmpxchg %s, bl", "lea ecx, %s"};
    private static final String[] WIDTHS = {"byte", "word", "dword"};

    private final Random random;
    private final int bits;

    InstructionSamples(long seed, int bits) {
        this.random = new Random(seed);
        this.bits = bits;
    }

    String next() {
        return switch (random.nextInt(9)) {
            case 0 -> plain();
            case 1 -> one(ON_MEMORY).replace("%s", memory());
            case 2 -> one(ONE_OPERAND) + " " + width() + " " + memory();
            case 3 -> one(TWO_OPERANDS) + " " + memory() + ", " + register();
            case 4 -> one(new String[] {"mov", "add", "cmp", "xor"}) + " " + register() + ", " + memory();
            case 5 -> immediate(one(new String[] {"mov", "add", "and", "test", "cmp", "sub"}), memory());
            case 6 -> one(BIT_TESTS) + " " + (random.nextBoolean() ? "dword " + memory() + ", 5" : memory() + ", ecx");
            case 7 -> one(SHIFTS) + " " + width() + " " + memory() + one(new String[] {", 1", ", cl", ", 7"});
            default -> one(TWO_OPERANDS) + " " + both();
        };
    }

    private String plain() {
        String[] ofMode = bits == 64 ? PLAIN_64 : PLAIN_32;
        if (random.nextInt(4) != 0) {
            String any = one(PLAIN);
            return bits != 64 && any.equals("syscall") ? "sysenter" : any;
        }
        String other = one(ofMode);
        return switch (other) {
            case "movabs_load" -> "mov " + one(new String[] {"al", "ax", "eax", "rax"}) + ", [qword 0x1122334455667788]";
            case "in_rex" -> "o64 in al, dx";
            default -> other;
        };
    }

    private String immediate(String operation, String memory) {
        String width = width();
        String value = switch (width) {
            case "byte" -> "0x12";
            case "word" -> one(new String[] {"5", "0x1234"});
            default -> one(new String[] {"5", "0x12345678"});
        };
        return operation + " " + width + " " + memory + ", " + value;
    }

    private String both() {
        return switch (random.nextInt(bits == 64 ? 4 : 3)) {
            case 0 -> one(REGISTERS_8) + ", " + one(REGISTERS_8);
            case 1 -> one(REGISTERS_16) + ", " + one(REGISTERS_16);
            case 2 -> one(REGISTERS_32) + ", " + one(REGISTERS_32);
            default -> one(REGISTERS_64) + ", " + one(REGISTERS_64);
        };
    }

    private String width() {
        return bits == 64 && random.nextInt(4) == 0 ? "qword" : one(WIDTHS);
    }

    private String register() {
        return switch (random.nextInt(bits == 64 ? 5 : 3)) {
            case 0 -> one(REGISTERS_8);
            case 1 -> one(REGISTERS_16);
            case 2 -> one(REGISTERS_32);
            case 3 -> one(EXTENDED_32);
            default -> one(REGISTERS_64);
        };
    }

    private String memory() {
        String segment = random.nextInt(4) == 0 ? one(SEGMENTS) : "";
        return "[" + segment + address() + "]";
    }

    private String address() {
        int kind = random.nextInt(3);
        if (bits == 64) {
            return kind == 0 ? scaled(REGISTERS_32) : random.nextInt(6) == 0 ? "rel 0x100" : scaled(REGISTERS_64);
        }
        boolean isShort = bits == 16 ? kind != 0 : kind == 0;
        return isShort ? one(BASES_16) + displacement(random.nextInt(3), 0x1234) : scaled(REGISTERS_32);
    }

    private String scaled(String[] registers) {
        String base = one(registers);
        String index = one(registers);
        String scaled = index.endsWith("sp") ? "" : "+" + index + "*" + (1 << random.nextInt(4));
        String address = switch (random.nextInt(4)) {
            case 0 -> base;
            case 1 -> base + scaled;
            case 2 -> scaled.isEmpty() ? base : scaled.substring(1);
            default -> "dword 0x123456";
        };
        return address.startsWith("dword") ? (bits == 64 ? "abs " : "") + address : address + displacement(random.nextInt(3), 0x1234567);
    }

    private static String displacement(int kind, int large) {
        return switch (kind) {
            case 0 -> "";
            case 1 -> "+0x12";
            default -> "+" + large;
        };
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
