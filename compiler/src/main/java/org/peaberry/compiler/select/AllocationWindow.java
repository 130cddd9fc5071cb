/** Code that cuts one object or array from the allocation window. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.RuntimeMethod;
import org.peaberry.runtime.object.ObjectLayout;

/**
 * The window's memory is zero already: only the header is written. Where the object does not fit, cold code calls a method that keeps all
 * registers ({@link org.peaberry.runtime.annotation.PreservesRegisters}). The result is the instruction's first definition.
 */
final class AllocationWindow {
    private static final String OWNER = "org/peaberry/runtime/allocation/AllocationWindow";
    private static final Register SCRATCH = EmissionContext.SCRATCH;
    /** Longer arrays are left to the call; so are negative lengths, which are longer when taken as unsigned. */
    private static final int LONGEST = 1 << 16;

    private final Instruction instruction;
    private final ClassInfo type;
    private final String typeSymbol;
    private final String next;
    private final String end;
    private final String allocator;
    private final Label refused = new Label();
    private final Label made = new Label();

    AllocationWindow(Selection selection, Instruction instruction, RuntimeMethod allocator) {
        this.instruction = instruction;
        this.allocator = selection.world.runtimeMethod(allocator).symbol();
        type = instruction.attribute(ClassInfo.class);
        typeSymbol = selection.layout.typeSymbol(type);
        next = selection.layout.staticSymbol(selection.world.resolveField(OWNER, "next", "J"));
        end = selection.layout.staticSymbol(selection.world.resolveField(OWNER, "end", "J"));
    }

    /** An object of so many bytes. */
    void cut(EmissionContext context, int size) {
        Register object = context.definitionRegister(0);
        cutConstant(context, object, size);
        finish(context, object, () -> { });
    }

    /** An array of a constant length. */
    void cutArray(EmissionContext context, int length) {
        Register array = context.definitionRegister(0);
        Assembler code = context.assembler();
        if (length < 0 || length > LONGEST) {
            code.jump(refused);
        } else {
            cutConstant(context, array, (int) ObjectLayout.arraySize(length, elementShift()));
            code.mi(Form.MOV_I, Width.DOUBLE, MemoryOperand.of(array, ObjectLayout.ARRAY_LENGTH_OFFSET), length);
        }
        finish(context, array, () -> {
            code.moveImmediate(SCRATCH, length & 0xffff_ffffL);
            code.rm(Form.MOVD_TO_XMM, Width.DOUBLE, EmissionContext.VECTOR_SCRATCH, SCRATCH);
        });
    }

    /** An array of as many elements as a register says. */
    void cutArray(EmissionContext context, Register length) {
        Register array = context.definitionRegister(0);
        Assembler code = context.assembler();
        code.mi(Form.CMP_I, Width.DOUBLE, length, LONGEST);
        code.jump(ConditionCode.A, refused);
        int shift = elementShift();
        boolean isAligned = 1 << shift == ObjectLayout.ALIGNMENT;
        int header = ObjectLayout.ARRAY_ELEMENTS_OFFSET + (isAligned ? 0 : ObjectLayout.ALIGNMENT - 1);
        code.rm(Form.LEA, Width.QUAD, SCRATCH, MemoryOperand.indexed(null, length, shift, header));
        if (!isAligned) {
            code.mi8(Form.AND_I8, Width.QUAD, SCRATCH, -ObjectLayout.ALIGNMENT);
        }
        code.rm(Form.MOV_RM, Width.QUAD, array, MemoryOperand.symbol(next, 0));
        code.rm(Form.ADD_RM, Width.QUAD, SCRATCH, array);
        take(context);
        code.rm(Form.MOV_MR, Width.DOUBLE, length, MemoryOperand.of(array, ObjectLayout.ARRAY_LENGTH_OFFSET));
        finish(context, array, () -> code.rm(Form.MOVD_TO_XMM, Width.DOUBLE, EmissionContext.VECTOR_SCRATCH, length));
    }

    private int elementShift() {
        return type.component().memoryKind().shift();
    }

    private void cutConstant(EmissionContext context, Register object, int size) {
        context.assembler().rm(Form.MOV_RM, Width.QUAD, object, MemoryOperand.symbol(next, 0));
        context.assembler().rm(Form.LEA, Width.QUAD, SCRATCH, MemoryOperand.of(object, size));
        take(context);
    }

    /** The scratch register has the object's end. */
    private void take(EmissionContext context) {
        context.assembler().rm(Form.CMP_RM, Width.QUAD, SCRATCH, MemoryOperand.symbol(end, 0));
        context.assembler().jump(ConditionCode.A, refused);
        context.assembler().rm(Form.MOV_MR, Width.QUAD, SCRATCH, MemoryOperand.symbol(next, 0));
    }

    private void finish(EmissionContext context, Register object, Runnable passLength) {
        Assembler code = context.assembler();
        code.rm(Form.LEA, Width.QUAD, SCRATCH, MemoryOperand.symbol(typeSymbol, 0));
        code.rm(Form.MOV_MR, Width.QUAD, SCRATCH, MemoryOperand.of(object, ObjectLayout.TYPE_OFFSET));
        code.bind(made);
        context.cold(refused, () -> {
            passLength.run();
            code.rm(Form.LEA, Width.QUAD, SCRATCH, MemoryOperand.symbol(typeSymbol, 0));
            code.call(allocator);
            context.callSite(instruction.position());
            code.rm(Form.MOV_RM, Width.QUAD, object, SCRATCH);
            code.jump(made);
        });
    }
}
