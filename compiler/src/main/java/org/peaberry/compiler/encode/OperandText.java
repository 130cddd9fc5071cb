/** Operands as NASM writes them. */
package org.peaberry.compiler.encode;

import java.util.EnumSet;
import java.util.Set;

final class OperandText {
    /** Their memory operand has a size of its own. */
    private static final Set<Form> SIZELESS = EnumSet.of(Form.LEA, Form.INVLPG, Form.LGDT, Form.LIDT, Form.SGDT, Form.SIDT, Form.FXSAVE64, Form.FXRSTOR64,
            Form.XSAVE64, Form.XRSTOR64, Form.VMXON, Form.VMCLEAR, Form.VMPTRLD, Form.INVEPT, Form.INVVPID, Form.LTR, Form.LLDT, Form.STR);
    /** Their operands have 64 bits without a prefix. */
    private static final Set<Form> ALWAYS_WIDE = EnumSet.of(Form.VMREAD, Form.VMWRITE, Form.INVEPT, Form.INVVPID, Form.JMP_M, Form.CALL_M, Form.PUSH_M,
            Form.POP_M, Form.PUSH, Form.POP);

    private OperandText() {
    }

    /** The width in which an operand of a form is written. */
    static Width width(Form form, Width width) {
        if (form == Form.LTR || form == Form.LLDT) {
            return Width.WORD;
        }
        return ALWAYS_WIDE.contains(form) ? Width.QUAD : width;
    }

    /** What stands before a memory operand. */
    static String size(Form form, Width width) {
        boolean isVector = form.encoding() == Encoding.XMM_RM || form.encoding() == Encoding.XMM_MR || form.encoding() == Encoding.GENERAL_XMM
                || form.encoding() == Encoding.GENERAL_FROM_XMM;
        return SIZELESS.contains(form) || isVector ? "" : switch (width) {
            case BYTE -> "byte ";
            case WORD -> "word ";
            case DOUBLE -> "dword ";
            case QUAD -> "qword ";
        };
    }

    static String memory(MemoryOperand memory) {
        StringBuilder text = new StringBuilder("[").append(memory.gs() ? "gs:" : "");
        if (memory.base() == null && memory.index() == null) {
            return text.append("abs ").append(memory.displacement()).append(']').toString();
        }
        if (memory.base() != null) {
            text.append(memory.base().name(Width.QUAD));
        }
        if (memory.index() != null) {
            text.append(memory.base() == null ? "" : "+").append(memory.index().name(Width.QUAD)).append('*').append(1 << memory.scaleShift());
        }
        if (memory.displacement() != 0) {
            text.append(memory.displacement() < 0 ? "" : "+").append(memory.displacement());
        }
        return text.append(']').toString();
    }

    /** NASM's name of a vector or general register. */
    static String register(boolean isVector, int number, Width width) {
        return (isVector ? Register.vector() : Register.general()).get(number).name(width);
    }
}
