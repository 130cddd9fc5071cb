/** Exceptions other than page faults: vector, error code and saved instruction pointer. Intel SDM vol. 3, section 6.15. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Selector;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;

final class FaultArea extends Area {
    private static final long NOT_CANONICAL = 0x8000_0000_0000_0000L;
    private static final int ABSENT_GATE = 0x31;
    private static final int TASK_GATE = 0x32;
    private static final int GATE_TO_DATA = 0x33;
    /** In the error code: a gate, the selector field is a vector. Intel SDM vol. 3, figure 6-7. */
    private static final int IN_IDT = 2;
    private static final int INDEX_SHIFT = 3;
    private static final int IN_LDT = 4;
    private static final int GATE_WITH_STACK = 0x34;
    private static final int INTERRUPT_STACK = 7;
    private static final int BEYOND_LIMIT = 0xFFF8;
    private static final int NESTED_TASK = 1 << 14;

    private static final Trial[] TRAPS = {
        Trial.of("INT3 is a trap", BREAKPOINT, code().form(Form.INT3).mark()),
        Trial.of("INT 3 is a trap", BREAKPOINT, code().bytes(Op.interrupt(3)).mark()),
        Trial.of("INT 4 is a trap", OVERFLOW, code().bytes(Op.interrupt(4)).mark()),
        Trial.of("INT 1 is a trap", DEBUG, code().bytes(Op.interrupt(1)).mark()),
        Trial.of("ICEBP is a trap", DEBUG, code().bytes(Op.ICEBP).mark()),
    };

    private static final Trial[] FAULTS = {
        Trial.of("DIV by zero raises #DE", DIVIDE_ERROR, code().nops(2).mark().bytes(0x48, 0xF7, 0xF1)),
        Trial.of("DIV with too large a quotient raises #DE", DIVIDE_ERROR,
                code().load(Register.RDX, 2).load(Register.RCX, 1).mark().bytes(0x48, 0xF7, 0xF1)),
        Trial.of("IDIV of the smallest number by -1 raises #DE", DIVIDE_ERROR,
                code().load(Register.RAX, Long.MIN_VALUE).load(Register.RDX, -1).load(Register.RCX, -1).mark().bytes(0x48, 0xF7, 0xF9)),
        Trial.of("a read of a non-canonical address raises #GP", GENERAL_PROTECTION,
                code().load(Register.RBX, NOT_CANONICAL).mark().load(Register.RAX, Register.RBX, 0)),
        Trial.of("a write to a non-canonical address raises #GP", GENERAL_PROTECTION,
                code().load(Register.RBX, NOT_CANONICAL).mark().store(Register.RBX, 0, Register.RAX)),
        Trial.of("a non-canonical address by way of RBP raises #SS", STACK_FAULT,
                code().load(Register.RBP, NOT_CANONICAL).mark().load(Register.RAX, Register.RBP, 0)),
        Trial.of("MOVAPS of an unaligned operand raises #GP", GENERAL_PROTECTION,
                code().load(Register.RBX, TestMemory.OPERAND + 8).mark().bytes(Op.MOVAPS_RBX)),
        Trial.of("CMPXCHG16B of an unaligned operand raises #GP", GENERAL_PROTECTION,
                code().load(Register.RBX, TestMemory.OPERAND + 8).mark().bytes(Op.CMPXCHG16B_RBX)),
        Trial.of("an instruction of 16 bytes raises #GP", GENERAL_PROTECTION,
                code().nops(1).mark().bytes(0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, Op.NOP)),
        Trial.of("IRET with NT set raises #GP", GENERAL_PROTECTION,
                code().load(Register.RAX, NESTED_TASK | Registers.FLAGS).push(Register.RAX).form(Form.POPFQ).mark().form(Form.IRETQ)),
    };

    private static final Trial[] SELECTORS = {
        Trial.completes("LLDT of null is allowed", code().load(Register.RAX, 0).bytes(Op.LLDT_AX)),
        loadDs("DS beyond the table's limit raises #GP", GENERAL_PROTECTION, BEYOND_LIMIT),
        loadDs("DS in a table that is not there raises #GP", GENERAL_PROTECTION, 0x10 | IN_LDT),
        loadDs("DS with a system descriptor raises #GP", GENERAL_PROTECTION, Selector.TASK_STATE),
        loadDs("DS with execute-only code raises #GP", GENERAL_PROTECTION, Segments.EXECUTE_ONLY),
        loadDs("DS with an absent segment raises #NP", SEGMENT_NOT_PRESENT, Segments.ABSENT_DATA),
        loadSs("SS with an absent segment raises #SS", STACK_FAULT, Segments.ABSENT_DATA, Segments.ABSENT_DATA),
        loadSs("SS with a read-only segment raises #GP", GENERAL_PROTECTION, Segments.READ_ONLY, Segments.READ_ONLY),
        loadSs("SS with another privilege raises #GP", GENERAL_PROTECTION, Selector.DATA | 3, Selector.DATA),
        Trial.of("LTR of a busy task raises #GP", GENERAL_PROTECTION, Selector.TASK_STATE,
                code().load(Register.RAX, Selector.TASK_STATE).mark().bytes(Op.LTR_AX)),
        Trial.of("LTR of null raises #GP", GENERAL_PROTECTION, code().load(Register.RAX, 0).mark().bytes(Op.LTR_AX)),
        Trial.of("LTR of data raises #GP", GENERAL_PROTECTION, Selector.DATA, code().load(Register.RAX, Selector.DATA).mark().bytes(Op.LTR_AX)),
        Trial.of("LLDT of data raises #GP", GENERAL_PROTECTION, Selector.DATA, code().load(Register.RAX, Selector.DATA).mark().bytes(Op.LLDT_AX)),
        farReturn("a far return to data raises #GP", GENERAL_PROTECTION, Selector.DATA, Selector.DATA),
        farReturn("a far return to null raises #GP", GENERAL_PROTECTION, 0, 0),
        farReturn("a far return to an absent segment raises #NP", SEGMENT_NOT_PRESENT, Segments.ABSENT_CODE, Segments.ABSENT_CODE),
    };

    private static final Trial[] GATES = {
        gate("INT through an absent gate raises #NP", SEGMENT_NOT_PRESENT, ABSENT_GATE),
        gate("INT through a task gate raises #GP", GENERAL_PROTECTION, TASK_GATE),
        Trial.of("INT through a gate to data raises #GP with the selector", GENERAL_PROTECTION, Selector.DATA,
                code().nops(1).mark().bytes(Op.interrupt(GATE_TO_DATA))),
    };

    private static final Trial STACK_MISSING = Trial.of("INT to a stack beyond the task's limit raises #TS", INVALID_TSS, Segments.SHORT_TASK,
            code().nops(1).mark().bytes(Op.interrupt(GATE_WITH_STACK)));

    private static Trial loadDs(String what, ExceptionVector vector, int selector) {
        return Trial.of(what, vector, selector, code().load(Register.RAX, selector).mark().bytes(Op.MOV_DS_EAX));
    }

    private static Trial loadSs(String what, ExceptionVector vector, int selector, int error) {
        return Trial.of(what, vector, error, code().load(Register.RAX, selector).mark().bytes(Op.MOV_SS_EAX));
    }

    private static Trial farReturn(String what, ExceptionVector vector, int selector, int error) {
        return Trial.of(what, vector, error,
                code().load(Register.RAX, selector).push(Register.RAX).address(Register.RAX, "target").push(Register.RAX).mark()
                        .bytes(Op.RETFQ).label("target"));
    }

    private static Trial gate(String what, ExceptionVector vector, int number) {
        return Trial.of(what, vector, number << INDEX_SHIFT | IN_IDT, code().nops(1).mark().bytes(Op.interrupt(number)));
    }

    @Override
    String name() {
        return "faults";
    }

    @Override
    void run(Report report) {
        Segments.install();
        Processor.writeCr4(Processor.readCr4() | Cr4.OS_FXSAVE);
        Trial.runAll(report, TRAPS);
        Trial.runAll(report, FAULTS);
        Trial.runAll(report, SELECTORS);
        shortTask(report);
        Segments.reloadTask();
        Gates.makeAbsent(ABSENT_GATE);
        Gates.makeTaskGate(TASK_GATE);
        Gates.useSelector(GATE_TO_DATA, Selector.DATA);
        Trial.runAll(report, GATES);
        Gates.restore(ABSENT_GATE);
        Gates.restore(TASK_GATE);
        Gates.restore(GATE_TO_DATA);
        Segments.remove();
    }

    private static void shortTask(Report report) {
        Processor.loadTaskRegister(Segments.SHORT_TASK);
        Gates.useStack(GATE_WITH_STACK, INTERRUPT_STACK);
        STACK_MISSING.run(report);
        Gates.restore(GATE_WITH_STACK);
    }
}
