/** A row of a table of expectations, as {@link Trial}, of code with privilege 3. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.trap.ExceptionVector;

final class UserTrial {
    private final String what;
    private final FarCode code;
    private final long expected;

    private UserTrial(String what, FarCode code, long expected) {
        this.what = what;
        this.code = code;
        this.expected = expected;
    }

    static UserTrial of(String what, ExceptionVector vector, long errorCode, Code code) {
        return new UserTrial(what, FarCode.of(code), Trial.ending(vector.number(), code.markOffset(), errorCode));
    }

    static UserTrial completes(String what, Code code) {
        return new UserTrial(what, FarCode.of(code), Trial.ending(ExceptionVector.BREAKPOINT.number(), code.finish().length + 1, 0));
    }

    void run(Report report) {
        report.equal(what, expected, UserMode.ending(UserMode.run(code, new Registers())));
    }

    static void runAll(Report report, UserTrial[] trials) {
        for (UserTrial trial : trials) {
            trial.run(report);
        }
    }
}
