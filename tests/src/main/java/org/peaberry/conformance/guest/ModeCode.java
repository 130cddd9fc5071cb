/** Writes the way from 64-bit mode through all the others and back, on the build host. Intel SDM vol. 3, sections 9.8 and 9.9. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Selector;

/**
 * It runs at {@link ModeMemory#LOW}. Each stage leaves numbers in the results; one of {@link Result}'s constants says where. An
 * exception's handler goes on where EBP points, in real mode where SI points.
 */
final class ModeCode {
    private static final long LOW = ModeMemory.LOW;
    private static final int UNDEFINED = 6;
    private static final int DEVICE_REGISTER = 0xFEE0_0030;
    private static final int[] UD2 = {0x0F, 0x0B};
    private static final int[] CPUID = {0x0F, 0xA2};
    private static final int[] RDMSR = {0x0F, 0x32};
    private static final int[] WRMSR = {0x0F, 0x30};

    private final Code code = Code.code();

    static Code assemble() {
        ModeCode mode = new ModeCode();
        mode.compatibility();
        mode.flat();
        mode.paged(Result.PAGED, ModeMemory.DIRECTORY_32, 0);
        mode.paged(Result.PAE, ModeMemory.POINTERS_PAE, Cr4.PHYSICAL_ADDRESS_EXTENSION);
        mode.sixteenBit();
        mode.real();
        mode.back();
        mode.handlers32();
        mode.handlersReal();
        return mode.code;
    }

    /** Code with 32-bit operands, in long mode still. */
    private void compatibility() {
        code.bytes(0xB8).dword(Selector.DATA).bytes(0x8E, 0xD8).bytes(0x8E, 0xC0).bytes(0x8E, 0xD0).bytes(0x8E, 0xE0);
        code.bytes(0xBC).dword(LOW + ModeMemory.STACK);
        keepControl(3, Result.CR3);
        keepControl(4, Result.CR4);
        readEfer();
        leave(Result.EFER);
        code.bytes(0xB8).dword(0x1234);
        code.bytes(0x48);                          // dec eax; in 64-bit mode a prefix
        leave(Result.COMPATIBILITY);
        changeControl(0, Cr0.PAGING, 0);
        readEfer();
        code.bytes(0x25).dword(~(Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE)).bytes(0xB9).dword(Msr.EFER).bytes(WRMSR);
        code.bytes(0x0F, 0x01, 0x1D).dword(LOW + ModeMemory.POINTER_32);
    }

    /** Protected mode without paging. */
    private void flat() {
        readEfer();
        leave(Result.FLAT_EFER);
        exception(Result.FLAT_UNDEFINED);
        device(Result.FLAT_DEVICE);
        code.bytes(0xB8).dword(0).bytes(CPUID).bytes(0x89, 0xD8);
        leave(Result.FLAT_VENDOR);
        code.bytes(0xE6, 0x80);
    }

    private void paged(int results, long tables, long addressExtension) {
        changeControl(4, Cr4.PHYSICAL_ADDRESS_EXTENSION, Cr4.PAGE_SIZE_EXTENSIONS | addressExtension);
        code.bytes(0xB8).dword(tables).bytes(0x0F, 0x22, 0xD8);
        changeControl(0, 0, Cr0.PAGING);
        code.bytes(0xC7, 0x05).dword(LOW + ModeMemory.RESULTS + results * 4L).dword(0x5555);
        code.bytes(0xA1).dword(ModeMemory.ALIAS + LOW + ModeMemory.RESULTS + results * 4L);
        leave(results + Result.ALIAS);
        exception(results + Result.UNDEFINED);
        recover("hole of " + results);
        code.bytes(0xA3).dword(ModeMemory.HOLE + 0x10).label("hole of " + results).bytes(0x89, 0xD8);
        leave(results + Result.ERROR);
        code.bytes(0x0F, 0x20, 0xD0);
        leave(results + Result.ADDRESS);
        device(results + Result.DEVICE);
        changeControl(0, Cr0.PAGING, 0);
    }

    /** Protected mode with 16-bit operands and a segment that begins at LOW and has 64 KiB. */
    private void sixteenBit() {
        code.bytes(0xEA).placeOf("sixteen", 0).word(Segments.CODE_16).label("sixteen");
        code.bytes(0xB8).word(Segments.DATA_16).bytes(0x8E, 0xD8).bytes(0x8E, 0xC0);
        code.bytes(0xB8).word(0x4321).bytes(0x40).bytes(0xA3).word(place(Result.SIXTEEN));
        code.bytes(0x66, 0xBD).placeOf("limit", 0);
        code.bytes(0x67, 0x66, 0xA1).dword(1 << 16).label("limit");
        code.bytes(0x66, 0x89, 0x1E).word(place(Result.SIXTEEN_ERROR));
        code.bytes(0x66, 0xEA).placeOf("stack", LOW).word(Segments.CODE_32).label("stack");
        code.bytes(0xEA).placeOf("leaving", 0).word(Segments.CODE_16).label("leaving");
        code.bytes(0xB8).word(Segments.DATA_16).bytes(0x8E, 0xD0).bytes(0x66, 0xBC).dword(ModeMemory.STACK);
        code.bytes(0x0F, 0x20, 0xC0).bytes(0x66, 0x25).dword(~Cr0.PROTECTION).bytes(0x0F, 0x22, 0xC0);
        code.bytes(0xEA).offset("real").word(ModeMemory.SEGMENT).label("real");
    }

    private void real() {
        code.bytes(0x8C, 0xC8).bytes(0x8E, 0xD8).bytes(0x8E, 0xC0).bytes(0x8E, 0xD0).bytes(0xBC).word(ModeMemory.STACK);
        code.bytes(0x66, 0x0F, 0x01, 0x1E).word(ModeMemory.REAL_POINTER);
        code.bytes(0xBE).offset("undefined").bytes(UD2).label("undefined").bytes(0x89, 0x1E).word(place(Result.REAL_UNDEFINED));
        code.bytes(0x31, 0xDB).bytes(0xBE).offset("divided").bytes(0xF7, 0xF3).label("divided").bytes(0x89, 0x1E).word(place(Result.REAL_DIVISION));
        code.bytes(0xBE).offset("limited").bytes(0xA1).word(0xFFFF).label("limited").bytes(0x89, 0x1E).word(place(Result.REAL_LIMIT));
        code.bytes(0xBE).offset("called").bytes(0xCD, 0x40).label("called").bytes(0x89, 0x1E).word(place(Result.REAL_INTERRUPT));
        code.bytes(0x66, 0xB9).dword(Msr.EFER).bytes(RDMSR).bytes(0x66, 0xA3).word(place(Result.REAL_EFER));
        code.bytes(0x66, 0x31, 0xC0).bytes(CPUID).bytes(0x66, 0x89, 0x1E).word(place(Result.REAL_VENDOR));
        code.bytes(0xE6, 0x80);
        code.bytes(0x64, 0x67, 0x66, 0xA1).dword(TestMemory.OPERAND).bytes(0x66, 0xA3).word(place(Result.REAL_FAR));
        code.bytes(0x64, 0x67, 0x66, 0xA1).dword(DEVICE_REGISTER).bytes(0x66, 0xA3).word(place(Result.REAL_DEVICE));
        code.bytes(0x9A).offset("procedure").word(ModeMemory.SEGMENT).bytes(0xA3).word(place(Result.REAL_CALL));
        code.bytes(0x0F, 0x20, 0xC0).bytes(0x66, 0x0D).dword(Cr0.PROTECTION).bytes(0x0F, 0x22, 0xC0);
        code.bytes(0x66, 0xEA).placeOf("protected", LOW).word(Segments.CODE_32);
        code.label("procedure").bytes(0xB8).word(0x7777).bytes(0xCB);
    }

    /** From protected mode to 64-bit mode; the end is the breakpoint. */
    private void back() {
        code.label("protected").bytes(0xB8).dword(Selector.DATA).bytes(0x8E, 0xD8).bytes(0x8E, 0xC0).bytes(0x8E, 0xD0);
        code.bytes(0xBC).dword(LOW + ModeMemory.STACK);
        code.bytes(0xA1).dword(address(Result.CR4)).bytes(0x0F, 0x22, 0xE0);
        code.bytes(0xA1).dword(address(Result.CR3)).bytes(0x0F, 0x22, 0xD8);
        code.bytes(0xA1).dword(address(Result.EFER)).bytes(0x25).dword(~Efer.LONG_MODE_ACTIVE).bytes(0x31, 0xD2);
        code.bytes(0xB9).dword(Msr.EFER).bytes(WRMSR);
        changeControl(0, 0, Cr0.PAGING);
        readEfer();
        leave(Result.LAST_EFER);
        code.bytes(0xEA).placeOf("long", LOW).word(Selector.CODE).label("long");
        code.bytes(0x0F, 0x01, 0x1C, 0x25).dword(LOW + ModeMemory.POINTER_64);
        code.bytes(0xCC);
    }

    /** EBX tells what came: the vector, or the error code. */
    private void handlers32() {
        code.label("undefined 32").bytes(0xBB).dword(UNDEFINED).bytes(0x89, 0x2C, 0x24).bytes(0xCF);
        code.label("error 32").bytes(0x5B).bytes(0x81, 0xCB).dword(Result.CAME).bytes(0x89, 0x2C, 0x24).bytes(0xCF);
    }

    /** BX tells what came: the vector, above the distance of the saved instruction pointer from SI. */
    private void handlersReal() {
        realHandler("undefined real", UNDEFINED);
        realHandler("division real", 0);
        realHandler("limit real", 13);
        realHandler("interrupt real", 0x40);
    }

    private void realHandler(String label, int vector) {
        code.label(label).bytes(0x5B).bytes(0x29, 0xF3).bytes(0xF7, 0xDB).bytes(0xB7, vector).bytes(0x56).bytes(0xCF);
    }

    // ---- Pieces, with 32-bit operands.

    private void exception(int result) {
        recover("exception of " + result);
        code.bytes(UD2).label("exception of " + result).bytes(0x89, 0xD8);
        leave(result);
    }

    private void recover(String label) {
        code.bytes(0xBD).placeOf(label, LOW);
    }

    private void device(int result) {
        code.bytes(0xA1).dword(DEVICE_REGISTER);
        leave(result);
    }

    private void readEfer() {
        code.bytes(0xB9).dword(Msr.EFER).bytes(RDMSR);
    }

    /** EAX to a result. */
    private void leave(int result) {
        code.bytes(0xA3).dword(address(result));
    }

    private void keepControl(int register, int result) {
        code.bytes(0x0F, 0x20, 0xC0 | register << 3);
        leave(result);
    }

    private void changeControl(int register, long cleared, long set) {
        code.bytes(0x0F, 0x20, 0xC0 | register << 3).bytes(0x25).dword(~cleared).bytes(0x0D).dword(set).bytes(0x0F, 0x22, 0xC0 | register << 3);
    }

    private static long address(int result) {
        return LOW + place(result);
    }

    private static int place(int result) {
        return ModeMemory.RESULTS + result * Integer.BYTES;
    }

    /** Numbers of results. */
    static final class Result {
        static final int CR3 = 0;
        static final int CR4 = 1;
        static final int EFER = 2;
        static final int COMPATIBILITY = 3;
        static final int FLAT_EFER = 4;
        static final int FLAT_UNDEFINED = 5;
        static final int FLAT_DEVICE = 6;
        static final int FLAT_VENDOR = 7;
        static final int SIXTEEN = 8;
        static final int SIXTEEN_ERROR = 9;
        static final int REAL_UNDEFINED = 10;
        static final int REAL_DIVISION = 11;
        static final int REAL_LIMIT = 12;
        static final int REAL_INTERRUPT = 13;
        static final int REAL_EFER = 14;
        static final int REAL_VENDOR = 15;
        static final int REAL_FAR = 16;
        static final int REAL_DEVICE = 17;
        static final int REAL_CALL = 18;
        static final int LAST_EFER = 19;
        /** First of those of a paged mode. */
        static final int PAGED = 32;
        static final int PAE = 48;
        static final int ALIAS = 1;
        static final int UNDEFINED = 2;
        static final int ERROR = 3;
        static final int ADDRESS = 4;
        static final int DEVICE = 5;
        /** In an error code's result: there was one. */
        static final int CAME = 1 << 31;

        private Result() {
        }
    }
}
