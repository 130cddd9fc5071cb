/** A row of a table of expectations: code, and the exception that ends it. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.trap.ExceptionVector;

/** One number tells vector, place and error code, so that one line of the report says everything. */
final class Trial {
    private static final int VECTOR_SHIFT = 48;
    private static final int OFFSET_SHIFT = 32;
    private static final long OFFSET_MASK = 0xffff;
    private static final long ERROR_MASK = 0xffff_ffffL;

    final String what;
    private final Snippet snippet;
    private final long expected;

    private Trial(String what, Code code, long expected) {
        this.what = what;
        this.snippet = code.snippet();
        this.expected = expected;
    }

    /** The exception is to save the marked instruction pointer. */
    static Trial of(String what, ExceptionVector vector, long errorCode, Code code) {
        return new Trial(what, code, ending(vector.number(), code.markOffset(), errorCode));
    }

    static Trial of(String what, ExceptionVector vector, Code code) {
        return of(what, vector, 0, code);
    }

    /** The code is to run to its end. */
    static Trial completes(String what, Code code) {
        return new Trial(what, code, ending(ExceptionVector.BREAKPOINT.number(), code.finish().length + 1, 0));
    }

    /** Vector in bits 48 and up, offset of the saved instruction pointer in bits 32..47, error code below. */
    static long ending(int vector, long offset, long errorCode) {
        return (long) vector << VECTOR_SHIFT | (offset & OFFSET_MASK) << OFFSET_SHIFT | errorCode & ERROR_MASK;
    }

    static long ending(Outcome outcome) {
        return ending(outcome.vector(), outcome.offset(), outcome.errorCode());
    }

    /** Runs it and reports the verdict. */
    Outcome run(Report report, Registers registers) {
        Outcome outcome = snippet.run(registers);
        judge(report, outcome);
        return outcome;
    }

    /** Runs it alone: to undo first what would disturb the report. */
    Outcome execute(Registers registers) {
        return snippet.run(registers);
    }

    void judge(Report report, Outcome outcome) {
        report.equal(what, expected, ending(outcome));
    }

    Outcome run(Report report) {
        return run(report, new Registers());
    }

    static void runAll(Report report, Trial[] trials) {
        for (Trial trial : trials) {
            trial.run(report);
        }
    }
}
