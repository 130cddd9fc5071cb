/** The loop that measures one kind of exit, written on the build host; it leaves its ticks in RAX. */
package org.peaberry.conformance.guest;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;

final class ExitLoop {
    private final ExitKind kind;
    private final Assembler code = new Assembler();
    private final Label again = new Label();
    private final Label stub = new Label();
    private final Label end = new Label();

    ExitLoop(ExitKind kind) {
        this.kind = kind;
    }

    Snippet snippet() {
        load(Register.R12, ExitKind.REPETITIONS);
        readCounter();
        code.rm(Form.MOV_RM, Width.QUAD, Register.R13, Register.RAX);
        code.bind(again);
        if (kind.isCall()) {
            call();
        } else {
            askProcessor();
        }
        code.m(Form.DEC, Width.DOUBLE, Register.R12);
        code.jump(ConditionCode.NE, again);
        readCounter();
        code.rm(Form.SUB_RM, Width.QUAD, Register.RAX, Register.R13);
        code.jump(end);
        code.bind(stub);
        load(Register.RAX, XenCall.XEN_VERSION);
        nop();
        code.zo(Form.RET);
        code.bind(end);
        return Snippet.of(code);
    }

    private void askProcessor() {
        load(Register.RAX, kind.leaf());
        load(Register.RCX, 0);
        if (kind.isBase()) {
            nop();
        } else {
            code.zo(Form.CPUID);
        }
    }

    /** Command 0 of xen_version: the version's number, in RAX. To compare with, a stub that lacks the exit. */
    private void call() {
        load(Register.RDI, 0);
        if (kind.isBase()) {
            code.loadAddress(Register.RAX, stub);
        } else {
            code.moveImmediate(Register.RAX, Hypercall.entry(XenCall.XEN_VERSION));
        }
        code.m(Form.CALL_M, Width.DOUBLE, Register.RAX);
    }

    private void readCounter() {
        code.zo(Form.RDTSC);
        code.mi8(Form.SHL_I8, Width.QUAD, Register.RDX, Integer.SIZE);
        code.rm(Form.OR_RM, Width.QUAD, Register.RAX, Register.RDX);
    }

    private void nop() {
        code.rm(Form.MOV_RM, Width.QUAD, Register.RBX, Register.RBX);
    }

    private void load(Register register, int value) {
        code.moveImmediate(register, Integer.toUnsignedLong(value));
    }
}
