/** The handler of SIGSEGV: null checks, stack overflow, and the report of any other fault. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.exception.ImplicitNullCheck;
import org.peaberry.runtime.exception.StackOverflow;
import org.peaberry.runtime.exception.StackTrace;
import org.peaberry.runtime.jdk.PlatformErrorPrinter;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.Address;

/** It runs on a stack of its own, and never returns. */
final class LinuxFaults {
    /** Bytes of that stack: the kernel stores the vector registers there, and a stack overflow is thrown from there. */
    static final int STACK_SIZE = 64 << 10;
    private static final int SIGSEGV = 11;
    /** What a shell reports of a program that a signal ended. */
    private static final int FATAL_STATUS = 128 + SIGSEGV;
    private static final int HEX_SHIFT = 4;
    private static final int HEX_MASK = 0xf;
    private static final String DIGITS = "0123456789abcdef";

    private LinuxFaults() {
    }

    /**
     * Takes the signal from now on.
     *
     * @param stack   the handler's, of {@link #STACK_SIZE} bytes
     * @param scratch overwritten
     */
    @BootOnly
    static void install(Address stack, Address scratch) {
        SignalStack place = RawMemory.at(SignalStack.class, scratch);
        place.start(stack);
        place.flags(0);
        place.bytes(STACK_SIZE);
        SystemCall.setSignalStack(scratch);
        SignalAction action = RawMemory.at(SignalAction.class, scratch);
        action.handler(RawMemory.symbol("linux_fault"));
        action.flags(SignalAction.WITH_INFORMATION | SignalAction.WITH_RESTORER | SignalAction.ON_ALTERNATE_STACK | SignalAction.NOT_DEFERRED);
        action.restorer(0);
        action.mask(0);
        SystemCall.setSignalAction(SIGSEGV, scratch);
    }

    /** Called by the kernel. */
    @Entrypoint("linux_fault")
    static void handle(int signal, Address informationAddress, Address contextAddress) {
        SignalInformation information = RawMemory.at(SignalInformation.class, informationAddress);
        SignalContext context = RawMemory.at(SignalContext.class, contextAddress);
        boolean isAccess = information.code() == SignalInformation.NOT_MAPPED || information.code() == SignalInformation.NOT_ALLOWED;
        if (isAccess && ImplicitNullCheck.isAt(context.programCounter(), information.accessed())) {
            ImplicitNullCheck.fail(context.programCounter(), context.stackPointer());
        }
        if (isAccess && StackOverflow.isAt(context.programCounter(), context.stackPointer(), information.accessed())) {
            StackOverflow.fail(context.programCounter(), context.stackPointer());
        }
        report(information, context);
    }

    private static void report(SignalInformation information, SignalContext context) {
        PlatformErrorPrinter out = PlatformErrorPrinter.INSTANCE;
        out.print("fatal: an access to memory that is not the program's, at address ");
        hex(out, information.accessed());
        out.print(", by the code at ");
        hex(out, context.programCounter());
        out.print(". Raw memory was used wrongly, or the compiler is: see its documentation for how to report that.\n");
        StackTrace.printInterrupted(out, context.programCounter(), context.stackPointer());
        Platform.current().exit(FATAL_STATUS);
    }

    private static void hex(StackTrace.Printer out, Address address) {
        for (int shift = Long.SIZE - HEX_SHIFT; shift >= 0; shift -= HEX_SHIFT) {
            out.print(DIGITS.charAt((int) (address.toLong() >>> shift) & HEX_MASK));
        }
    }
}
