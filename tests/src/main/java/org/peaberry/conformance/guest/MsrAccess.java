/** RDMSR and WRMSR that may fault. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;

final class MsrAccess {
    private static final long LOW_HALF = 0xffff_ffffL;
    private static final Snippet READ = code().form(Form.RDMSR).snippet();
    private static final Snippet WRITE = code().form(Form.WRMSR).snippet();
    private static final Outcome OUTCOME = new Outcome();

    private MsrAccess() {
    }

    static Outcome read(int msr) {
        READ.run(new Registers().set(GeneralRegister.RCX, msr), OUTCOME);
        return OUTCOME;
    }

    static Outcome write(int msr, long value) {
        WRITE.run(new Registers().set(GeneralRegister.RCX, msr).set(GeneralRegister.RAX, value & LOW_HALF)
                .set(GeneralRegister.RDX, value >>> Integer.SIZE), OUTCOME);
        return OUTCOME;
    }

    static boolean isReadable(int msr) {
        return read(msr).completed();
    }

    static boolean isWritable(int msr, long value) {
        return write(msr, value).completed();
    }

    /** Whether the access ended with #GP and error code 0 at its first byte. */
    static boolean isRefused(Outcome outcome) {
        return outcome.is(ExceptionVector.GENERAL_PROTECTION) && outcome.errorCode() == 0 && outcome.offset() == 0;
    }
}
