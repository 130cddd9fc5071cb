/** Turns copies of a few array elements, their number a constant, into loads and stores. */
package org.peaberry.compiler.pass.array;

import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.type.StaticTypes;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.World;

/**
 * For arrays of one primitive type, as their declared types tell. What the copy checks is checked in front; the call stays for what does not pass, and
 * throws. Everything is loaded before anything is stored, so that the arrays may overlap. Copies in try blocks stay calls.
 */
public final class ArrayCopies implements Pass {
    /** The JDK's method and what the runtime has in its place. */
    private static final Set<String> COPIES = Set.of("java.lang.System.arraycopy", "org.peaberry.runtime.jdk.ArrayCopy.copy");
    private static final int LENGTH = 4;

    private final StaticTypes types;

    public ArrayCopies(World world) {
        types = new StaticTypes(world);
    }

    @Override
    public void run(Graph graph) {
        for (Block block : List.copyOf(graph.blocks())) {
            for (Instruction instruction : List.copyOf(block.instructions())) {
                MemoryKind kind = isCopy(instruction) && instruction.block().handler() == null ? elementsOf(instruction) : null;
                if (kind != null && ArrayCopyExpansion.isPossible(kind, instruction.operand(LENGTH))) {
                    new ArrayCopyExpansion(graph, instruction, kind).expand();
                }
            }
        }
    }

    private static boolean isCopy(Instruction instruction) {
        return instruction.opcode() == Opcode.CALL && COPIES.contains(instruction.attribute(Invocation.class).method().displayName());
    }

    /** The kind of both arrays' elements; null when they differ, are references or not known. */
    private MemoryKind elementsOf(Instruction copy) {
        ClassInfo from = types.declaredType(copy.operand(0));
        ClassInfo to = types.declaredType(copy.operand(2));
        boolean isKnown = from != null && from == to && from.isArray() && from.component().memoryKind() != MemoryKind.REFERENCE;
        return isKnown ? from.component().memoryKind() : null;
    }
}
