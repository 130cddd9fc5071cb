/** Machine instructions for checks and type tests. */
package org.peaberry.compiler.select;

import java.util.List;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.RuntimeMethod;
import org.peaberry.runtime.object.ObjectLayout;

/** A check is a comparison and a jump to cold code, which calls the method that throws. */
final class CheckSelector {
    private static final Register SCRATCH = EmissionContext.SCRATCH;
    private static final Location FIRST_ARGUMENT = new Location.InRegister(Register.RDI);
    private static final Location SECOND_ARGUMENT = new Location.InRegister(Register.RSI);
    private static final String TYPE_INFORMATION = "org/peaberry/runtime/object/TypeInformation";

    private final Selection selection;

    CheckSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case NULL_CHECK -> zeroTest(instruction, Width.QUAD, RuntimeMethod.NULL_POINTER);
            case ZERO_CHECK -> zeroTest(instruction, Selection.width(instruction.operand(0).type()), RuntimeMethod.DIVISION_BY_ZERO);
            case BOUNDS_CHECK -> boundsCheck(instruction);
            case STORE_CHECK -> storeCheck(instruction);
            case CHECK_CAST -> checkCast(instruction);
            case INSTANCE_OF -> instanceOf(instruction);
            default -> throw new IllegalStateException(instruction + " is no check");
        }
    }

    private String symbol(RuntimeMethod method) {
        return selection.world.runtimeMethod(method).symbol();
    }

    private void zeroTest(Instruction instruction, Width width, RuntimeMethod failure) {
        String symbol = symbol(failure);
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("check", c -> {
            Operand operand = c.operand(c.use(0));
            if (operand instanceof Register register) {
                c.assembler().rm(Form.TEST_MR, width, register, register);
            } else {
                c.assembler().mi8(Form.CMP_I8, width, operand, 0);
            }
            Label failed = new Label();
            c.assembler().jump(ConditionCode.E, failed);
            c.cold(failed, () -> call(c, symbol, instruction.position()));
        }).use(value, Constraint.ANY);
    }

    private static void call(EmissionContext context, String symbol, SourcePosition position) {
        context.assembler().call(symbol);
        context.callSite(position);
    }

    private void boundsCheck(Instruction instruction) {
        Instruction length = instruction.operand(1);
        if (length.opcode() == Opcode.ARRAY_LENGTH && length.users().size() == 1) {
            boundsCheckInMemory(instruction, length.operand(0));
        } else {
            boundsCheckInRegisters(instruction);
        }
    }

    private void boundsCheckInRegisters(Instruction instruction) {
        String symbol = symbol(RuntimeMethod.ARRAY_INDEX);
        VirtualRegister index = selection.value(instruction.operand(0));
        VirtualRegister length = selection.value(instruction.operand(1));
        selection.add("bounds", c -> {
            c.assembler().rm(Form.CMP_RM, Width.DOUBLE, c.useRegister(0), c.operand(c.use(1)));
            Label failed = new Label();
            c.assembler().jump(ConditionCode.AE, failed);
            c.cold(failed, () -> {
                c.moveAll(List.of(c.use(0), c.use(1)), List.of(FIRST_ARGUMENT, SECOND_ARGUMENT));
                call(c, symbol, instruction.position());
            });
        }).use(index, Constraint.REGISTER).use(length, Constraint.ANY);
    }

    private void boundsCheckInMemory(Instruction instruction, Instruction array) {
        String symbol = symbol(RuntimeMethod.ARRAY_INDEX);
        VirtualRegister index = selection.value(instruction.operand(0));
        VirtualRegister object = selection.value(array);
        selection.add("bounds", c -> {
            MemoryOperand length = MemoryOperand.of(c.useRegister(1), ObjectLayout.ARRAY_LENGTH_OFFSET);
            c.assembler().rm(Form.CMP_RM, Width.DOUBLE, c.useRegister(0), length);
            Label failed = new Label();
            c.assembler().jump(ConditionCode.AE, failed);
            c.cold(failed, () -> {
                c.assembler().rm(Form.MOV_RM, Width.DOUBLE, SCRATCH, length);
                c.moveAll(List.of(c.use(0), new Location.InRegister(SCRATCH)), List.of(FIRST_ARGUMENT, SECOND_ARGUMENT));
                call(c, symbol, instruction.position());
            });
        }).use(index, Constraint.REGISTER).use(object, Constraint.REGISTER);
    }

    private void storeCheck(Instruction instruction) {
        String symbol = symbol(RuntimeMethod.STORE_CHECK);
        VirtualRegister array = selection.value(instruction.operand(0));
        VirtualRegister value = selection.value(instruction.operand(1));
        selection.add("store check", c -> {
            c.moveAll(List.of(c.use(0), c.use(1)), List.of(FIRST_ARGUMENT, SECOND_ARGUMENT));
            call(c, symbol, instruction.position());
        }).use(array, Constraint.ANY).use(value, Constraint.ANY).clobberAll();
    }

    private int typeField(String name) {
        return selection.layout.fieldOffset(selection.world.classNamed(TYPE_INFORMATION).declaredField(name));
    }

    private void checkCast(Instruction instruction) {
        ClassInfo type = instruction.attribute(ClassInfo.class);
        String symbol = symbol(RuntimeMethod.CLASS_CAST);
        String typeSymbol = selection.layout.typeSymbol(type);
        TypeTest test = new TypeTest(type);
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("checkcast", c -> {
            Label failed = new Label();
            Label passed = new Label();
            Register object = c.useRegister(0);
            c.assembler().rm(Form.TEST_MR, Width.QUAD, object, object);
            c.assembler().jump(ConditionCode.E, passed);
            test.emit(c.assembler(), object);
            c.assembler().jump(test.passes().negated(), failed);
            c.assembler().bind(passed);
            c.cold(failed, () -> {
                c.move(c.use(0), FIRST_ARGUMENT);
                c.assembler().rm(Form.LEA, Width.QUAD, Register.RSI, MemoryOperand.symbol(typeSymbol, 0));
                call(c, symbol, instruction.position());
            });
        }).use(value, Constraint.REGISTER);
        // The result is the value itself, under another name.
        selection.add("move", c -> c.move(c.use(0), c.definition(0))).use(value, Constraint.ANY)
                .define(selection.defined(instruction), Constraint.ANY).hint(0);
    }

    private void instanceOf(Instruction instruction) {
        TypeTest test = new TypeTest(instruction.attribute(ClassInfo.class));
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("instanceof", c -> {
            Label done = new Label();
            Register object = c.useRegister(0);
            Register result = c.definitionRegister(0);
            c.assembler().moveImmediate(result, 0);
            c.assembler().rm(Form.TEST_MR, Width.QUAD, object, object);
            c.assembler().jump(ConditionCode.E, done);
            test.emit(c.assembler(), object);
            c.assembler().set(test.passes(), result);
            c.assembler().bind(done);
        }).use(value, Constraint.LATE_REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    /** Tests the type of an object that is not null; uses the scratch register. */
    private final class TypeTest {
        private final int firstId;
        private final int idRange;
        private final int interfaceBit;

        TypeTest(ClassInfo type) {
            firstId = selection.layout.typeId(type);
            idRange = selection.layout.lastSubtypeId(type) - firstId;
            interfaceBit = selection.layout.interfaceBit(type);
        }

        ConditionCode passes() {
            return interfaceBit >= 0 ? ConditionCode.NE : ConditionCode.BE;
        }

        void emit(Assembler assembler, Register object) {
            assembler.rm(Form.MOV_RM, Width.QUAD, SCRATCH, MemoryOperand.of(object, ObjectLayout.TYPE_OFFSET));
            if (interfaceBit >= 0) {
                assembler.rm(Form.MOV_RM, Width.QUAD, SCRATCH, MemoryOperand.of(SCRATCH, typeField("interfaceBits")));
                MemoryOperand bits = MemoryOperand.of(SCRATCH, ObjectLayout.ARRAY_ELEMENTS_OFFSET + (interfaceBit >> 3));
                assembler.mi(Form.TEST_I, Width.BYTE, bits, (byte) (1 << (interfaceBit & 7)));
            } else {
                assembler.rm(Form.MOV_RM, Width.DOUBLE, SCRATCH, MemoryOperand.of(SCRATCH, typeField("typeId")));
                assembler.mi(Form.SUB_I, Width.DOUBLE, SCRATCH, firstId);
                assembler.mi(Form.CMP_I, Width.DOUBLE, SCRATCH, idRange);
            }
        }
    }
}
