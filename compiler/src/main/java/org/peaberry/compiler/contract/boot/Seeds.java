/** Where references are put so that they may outlive boot. */
package org.peaberry.compiler.contract.boot;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

/** Values that have nothing to do with references are marked, too: nothing follows from that. */
final class Seeds {
    private static final Set<Operation> COPIES = EnumSet.of(Operation.COPY_BYTES, Operation.COPY_WORDS);
    /** Their result is their operand. */
    static final Set<Operation> CONVERSIONS = EnumSet.of(Operation.ADDRESS_OF_OBJECT, Operation.OBJECT_AT, Operation.REINTERPRET);
    private static final int COPY_SOURCE = 1;

    private final CallSites sites;
    private final BiConsumer<Instruction, Survival> mark;

    Seeds(CallSites sites, BiConsumer<Instruction, Survival> mark) {
        this.sites = sites;
        this.mark = mark;
    }

    void add(Instruction instruction) {
        switch (instruction.opcode()) {
            case PUT_FIELD, STORE -> whole(instruction.operand(1));
            case PUT_STATIC, THROW -> whole(instruction.operand(0));
            case ARRAY_STORE -> whole(instruction.operand(2));
            case INTRINSIC -> intrinsic(instruction);
            case CALL -> {
                if (!sites.areKnown(instruction.attribute(Invocation.class))) {
                    instruction.operands().forEach(this::whole);
                }
            }
            default -> {
                // It reads, computes or compares.
            }
        }
    }

    private void intrinsic(Instruction instruction) {
        List<Instruction> operands = instruction.operands();
        if (COPIES.contains(instruction.attribute())) {
            mark.accept(operands.get(COPY_SOURCE), Survival.CONTENTS);
        } else if (!CONVERSIONS.contains(instruction.attribute()) && instruction.attribute() != Operation.TYPE_INFORMATION_OF) {
            operands.forEach(this::whole);
        }
    }

    private void whole(Instruction value) {
        mark.accept(value, Survival.WHOLE);
    }
}
