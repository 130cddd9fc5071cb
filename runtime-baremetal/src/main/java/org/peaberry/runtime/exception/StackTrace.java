/** Captures and prints Java stack traces: class, method, file and line, inlined calls included. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.object.TypeInformation;
import org.peaberry.runtime.platform.Machine;
import org.peaberry.runtime.unboxed.Address;

public final class StackTrace {
    /** Frames that a captured trace holds at most; deeper ones are counted, not kept. */
    public static final int LIMIT = 64;

    /** One for all traces: printing one allocates nothing, since it may be that memory has run out. */
    private static final ConstructionFilter FILTER = new ConstructionFilter();

    private StackTrace() {
    }

    /** Where a trace is printed, character by character: a console, or an error stream. */
    public abstract static class Printer {
        public abstract void print(int character);

        /** Prints Latin-1 text; other characters come out as '?'. */
        public final void print(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                print(c < 256 ? c : '?');
            }
        }

        /** Whether the frame of that method is left out. */
        boolean omits(Address methodName) {
            return false;
        }

        final void print(Address zeroTerminated) {
            Address next = zeroTerminated;
            for (byte b = next.loadByte(); b != 0; b = next.loadByte()) {
                print(b & 0xff);
                next = next.plus(1);
            }
        }

        final void printDecimal(int value) {
            int unit = 1;
            while (value / unit >= 10) {
                unit *= 10;
            }
            for (; unit > 0; unit /= 10) {
                print('0' + value / unit % 10);
            }
        }
    }

    /** Return addresses from the caller of the caller on, the innermost first; as many as there are up to {@link #LIMIT}. */
    static long[] capture(Address returnAddress, Address stackPointer) {
        long[] trace = new long[depth(returnAddress, stackPointer)];
        Address pc = returnAddress;
        Address frame = stackPointer;
        for (int i = 0; i < trace.length; i++) {
            trace[i] = pc.toLong();
            CodeTable.Method method = CompiledCode.method(CompiledCode.methodOfReturnAddress(pc));
            pc = Address.of(frame.loadLong(method.frameSize()));
            frame = frame.plus(method.frameSize() + Long.BYTES);
        }
        return trace;
    }

    private static int depth(Address returnAddress, Address stackPointer) {
        Address pc = returnAddress;
        Address frame = stackPointer;
        int depth = 0;
        int index = CompiledCode.methodOfReturnAddress(pc);
        while (index != CodeTable.NONE && depth < LIMIT) {
            depth++;
            int size = CompiledCode.method(index).frameSize();
            pc = Address.of(frame.loadLong(size));
            frame = frame.plus(size + Long.BYTES);
            index = CompiledCode.methodOfReturnAddress(pc);
        }
        return depth;
    }

    /** Prints the frames from a return address on, straight from the stack: for panics, where nothing may be allocated. */
    public static void print(Printer printer, Address returnAddress, Address stackPointer) {
        Address pc = returnAddress;
        Address frame = stackPointer;
        int index = CompiledCode.methodOfReturnAddress(pc);
        for (int depth = 0; index != CodeTable.NONE && depth < LIMIT; depth++) {
            printFrame(printer, CompiledCode.method(index), pc);
            int size = CompiledCode.method(index).frameSize();
            pc = Address.of(frame.loadLong(size));
            frame = frame.plus(size + Long.BYTES);
            index = CompiledCode.methodOfReturnAddress(pc);
        }
    }

    /** Prints the stack of the method that calls this. */
    @org.peaberry.runtime.annotation.NoInline
    public static void printCurrent(Printer printer) {
        print(printer, Machine.returnAddress(), Machine.callerStackPointer());
    }

    /**
     * Prints the frame of a program counter that is not a return address (a trap), then its callers; nothing when it is not in
     * compiled code.
     */
    public static void printInterrupted(Printer printer, Address programCounter, Address stackPointer) {
        int index = CompiledCode.methodOfReturnAddress(programCounter.plus(1));
        if (index == CodeTable.NONE) {
            return;
        }
        CodeTable.Method method = CompiledCode.method(index);
        printLine(printer, method.nameOffset(), method.fileOffset(), 0);
        int size = method.frameSize();
        print(printer, Address.of(stackPointer.loadLong(size)), stackPointer.plus(size + Long.BYTES));
    }

    /** Prints a captured trace, without the constructors of the exception itself that it starts with. */
    static void printCaptured(Printer printer, long[] trace, TypeInformation exceptionType) {
        ConstructionFilter filter = FILTER.begin(printer, exceptionType);
        for (long word : trace) {
            Address pc = Address.of(word);
            printFrame(filter, CompiledCode.method(CompiledCode.methodOfReturnAddress(pc)), pc);
        }
    }

    private static void printFrame(Printer printer, CodeTable.Method method, Address returnAddress) {
        int site = CompiledCode.callSiteOf(method, returnAddress);
        int line = 0;
        if (site != CodeTable.NONE) {
            CodeTable.CallSite callSite = CompiledCode.callSite(site);
            line = callSite.line();
            for (int inlined = callSite.inlinedAt(); inlined != CodeTable.NONE;) {
                CodeTable.InlineFrame inlineFrame = CompiledCode.inlineFrame(inlined);
                printLine(printer, inlineFrame.nameOffset(), inlineFrame.fileOffset(), line);
                line = inlineFrame.callerLine();
                inlined = inlineFrame.caller();
            }
        }
        printLine(printer, method.nameOffset(), method.fileOffset(), line);
    }

    private static void printLine(Printer printer, int nameOffset, int fileOffset, int line) {
        Address name = CompiledCode.name(nameOffset);
        boolean isHidden = name.loadByte() == 0;
        if (isHidden || printer.omits(name)) {
            return;
        }
        printer.print("\tat ");
        printer.print(name);
        printer.print('(');
        printer.print(CompiledCode.name(fileOffset));
        if (line > 0) {
            printer.print(':');
            printer.printDecimal(line);
        }
        printer.print(")\n");
    }
}
