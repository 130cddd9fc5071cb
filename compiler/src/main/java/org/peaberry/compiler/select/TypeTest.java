/** Code that tells whether an object, which is not null, is of a type: docs of TypeInformation say how types are numbered. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.runtime.object.ObjectLayout;

/** A class without subclasses has one type information, which is compared; other classes are a range; interfaces are bits. */
final class TypeTest {
    private static final Register SCRATCH = EmissionContext.SCRATCH;
    private static final String TYPE_INFORMATION = "org/peaberry/runtime/object/TypeInformation";

    private final String symbol;
    private final int firstId;
    private final int idRange;
    private final int interfaceBit;
    private final int typeIdOffset;
    private final int interfaceBitsOffset;

    TypeTest(Selection selection, ClassInfo type) {
        symbol = selection.layout.typeSymbol(type);
        firstId = selection.layout.typeId(type);
        idRange = selection.layout.lastSubtypeId(type) - firstId;
        interfaceBit = selection.layout.interfaceBit(type);
        typeIdOffset = fieldOffset(selection, "typeId");
        interfaceBitsOffset = fieldOffset(selection, "interfaceBits");
    }

    private static int fieldOffset(Selection selection, String name) {
        return selection.layout.fieldOffset(selection.world.classNamed(TYPE_INFORMATION).declaredField(name));
    }

    /** Symbol of the type. */
    String symbol() {
        return symbol;
    }

    /** Condition that tells that the object is of the type. */
    ConditionCode passes() {
        if (interfaceBit >= 0) {
            return ConditionCode.NE;
        }
        return idRange == 0 ? ConditionCode.E : ConditionCode.BE;
    }

    /** Uses the scratch register. */
    void emit(Assembler assembler, Register object) {
        MemoryOperand type = MemoryOperand.of(object, ObjectLayout.TYPE_OFFSET);
        if (interfaceBit >= 0) {
            assembler.rm(Form.MOV_RM, Width.QUAD, SCRATCH, type);
            assembler.rm(Form.MOV_RM, Width.QUAD, SCRATCH, MemoryOperand.of(SCRATCH, interfaceBitsOffset));
            testBit(assembler);
        } else if (idRange == 0) {
            assembler.rm(Form.LEA, Width.QUAD, SCRATCH, MemoryOperand.symbol(symbol, 0));
            assembler.rm(Form.CMP_MR, Width.QUAD, SCRATCH, type);
        } else {
            assembler.rm(Form.MOV_RM, Width.QUAD, SCRATCH, type);
            assembler.rm(Form.MOV_RM, Width.DOUBLE, SCRATCH, MemoryOperand.of(SCRATCH, typeIdOffset));
            assembler.mi(Form.SUB_I, Width.DOUBLE, SCRATCH, firstId);
            Comparison.compare(assembler, Width.DOUBLE, SCRATCH, idRange);
        }
    }

    private void testBit(Assembler assembler) {
        MemoryOperand bits = MemoryOperand.of(SCRATCH, ObjectLayout.ARRAY_ELEMENTS_OFFSET + interfaceBit / Byte.SIZE);
        byte mask = (byte) (1 << interfaceBit % Byte.SIZE);
        assembler.mi(Form.TEST_I, Width.BYTE, bits, mask);
    }
}
