/** The vector registers across exits: restored from an image, saved after the exit, compared. Intel SDM vol. 1, sections 10.5.1 and 13.4. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.compiler.encode.Form;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;

final class VectorContents {
    /** x87, SSE and AVX. */
    static final long COMPONENTS = 7;
    static final long IMAGE = GuestMemory.SCRATCH + (4L << 20);
    static final long SAVED = IMAGE + 8192;
    /** Of the image: MXCSR, and the header with XSTATE_BV. */
    static final int MXCSR = 24;
    static final int HEADER = 512;
    static final int MXCSR_VALUE = 0x1F80 & ~(1 << 7) | 1 << 13;
    /** xsave64 [rdi], xrstor64 [rsi] with the components in EDX:EAX. */
    static final int[] SAVE = {0x48, 0x0F, 0xAE, 0x27};
    static final int[] RESTORE = {0x48, 0x0F, 0xAE, 0x2E};

    private static final long AVX = 1 << 2;
    private static final int LEAF = 0xD;
    private static final int IMAGE_SIZE = 4096;
    private static final int XMM = 160;
    private static final int XMM_SIZE = 256;
    private static final int CONTROL_WORD = 0;
    private static final int CONTROL_WORD_VALUE = 0x027F;
    private static final long PATTERN = 0x0101_0101_0101_0101L;
    private static final int[] COMPONENTS_OF_R8 = {0x44, 0x89, 0xC0, 0x31, 0xD2};
    private static final int KEPT_PORT = 0x21;
    private static final int IRETQ = 0xCF48;

    private static final Snippet ACROSS_NOTHING = across(code());
    private static final Snippet ACROSS_CPUID = across(code().form(Form.CPUID));
    private static final Snippet ACROSS_PORT = across(code().bytes(PortCode.inByte(KEPT_PORT)));
    private static final Snippet ACROSS_DEVICE = across(code().bytes(0x8B, 0x03));
    private static final Snippet ACROSS_HALT = across(code().form(Form.STI).form(Form.HLT).form(Form.CLI));

    private final Report report;
    private final long components;

    VectorContents(Report report, long components) {
        this.report = report;
        this.components = components;
    }

    /** Restores the image, does something, and saves what is there then. */
    private static Snippet across(Code middle) {
        int[] bytes = middle.finish();
        return code().bytes(COMPONENTS_OF_R8).bytes(RESTORE).bytes(bytes).bytes(COMPONENTS_OF_R8).bytes(SAVE).snippet();
    }

    void run() {
        fillImage();
        same("the registers are what was restored", ACROSS_NOTHING);
        same("CPUID leaves the vector state", ACROSS_CPUID);
        same("a kept port leaves the vector state", ACROSS_PORT);
        same("a device in memory leaves the vector state", ACROSS_DEVICE);
        PageRegisters apic = PageRegisters.INSTANCE;
        apic.enter();
        Gates.leadTo(Acceptance.LOW, returnCode());
        apic.write(ApicRegister.DIVIDE, 0xB);
        apic.write(ApicRegister.TIMER, Acceptance.LOW);
        apic.write(ApicRegister.INITIAL_COUNT, 1_000_000);
        same("HLT leaves the vector state", ACROSS_HALT);
        apic.endOfInterrupt();
        Gates.restore(Acceptance.LOW);
        apic.enter();
    }

    /** An interrupt's handler that only returns. */
    private static long returnCode() {
        long place = SAVED + IMAGE_SIZE;
        Address.of(place).store((short) IRETQ);
        return place;
    }

    private void fillImage() {
        Memory.fillBytes(IMAGE, (byte) 0, IMAGE_SIZE);
        Address image = Address.of(IMAGE);
        image.store((long) CONTROL_WORD, (short) CONTROL_WORD_VALUE);
        image.store((long) MXCSR, MXCSR_VALUE);
        fill(XMM, XMM_SIZE);
        if ((components & AVX) != 0) {
            fill(Cpuid.query(LEAF, 2).ebx(), XMM_SIZE);
        }
        image.store((long) HEADER, components);
    }

    private static void fill(int from, int bytes) {
        for (int i = 0; i < bytes; i += Long.BYTES) {
            Address.of(IMAGE).store((long) (from + i), PATTERN * (from + i & 0x7f | 1));
        }
    }

    private void same(String what, Snippet snippet) {
        Memory.fillBytes(SAVED, (byte) 0, IMAGE_SIZE);
        Registers registers = new Registers().set(GeneralRegister.RDI, SAVED).set(GeneralRegister.RSI, IMAGE).set(GeneralRegister.R8, components)
                .set(GeneralRegister.RBX, PageRegisters.place(ApicRegister.VERSION).toLong());
        Outcome outcome = snippet.run(registers);
        int differences = outcome.completed() ? 0 : 1;
        differences += differences(XMM, XMM_SIZE);
        if ((components & AVX) != 0) {
            differences += differences(Cpuid.query(LEAF, 2).ebx(), XMM_SIZE);
        }
        differences += Address.of(SAVED).loadInt(MXCSR) == MXCSR_VALUE ? 0 : 1;
        differences += Address.of(SAVED).loadShort(CONTROL_WORD) == CONTROL_WORD_VALUE ? 0 : 1;
        report.equal(what, 0, differences);
    }

    private static int differences(int from, int bytes) {
        int count = 0;
        for (int i = from; i < from + bytes; i += Long.BYTES) {
            count += Address.of(IMAGE).loadLong(i) == Address.of(SAVED).loadLong(i) ? 0 : 1;
        }
        return count;
    }
}
