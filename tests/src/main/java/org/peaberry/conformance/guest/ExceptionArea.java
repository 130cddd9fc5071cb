/** Exceptions and their error codes. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.trap.ExceptionVector;

final class ExceptionArea extends Area {
    private static final Snippet UNDEFINED = Snippet.of(0x0F, 0x0B);
    private static final Snippet DIVIDE = Snippet.of(0x48, 0xF7, 0xF1);
    private static final Snippet NOTHING = Snippet.of(0x90);

    @Override
    String name() {
        return "exceptions";
    }

    @Override
    void run(Report report) {
        report.check("a snippet runs to its breakpoint", NOTHING.run().completed());
        Outcome undefined = UNDEFINED.run();
        report.check("UD2 raises #UD", undefined.is(ExceptionVector.INVALID_OPCODE));
        report.equal("#UD is a fault", 0, undefined.offset());
        report.check("division by zero raises #DE", DIVIDE.run().is(ExceptionVector.DIVIDE_ERROR));
        Outcome division = DIVIDE.run(new Registers().set(GeneralRegister.RAX, 42).set(GeneralRegister.RCX, 5));
        report.equal("DIV gives the quotient", 8, division.get(GeneralRegister.RAX));
        report.equal("DIV gives the remainder", 2, division.get(GeneralRegister.RDX));
    }
}
