/** Passes that lose a write, or read what memory no longer holds. */
package org.peaberry.compiler.pass.mutation;

import static org.peaberry.compiler.pass.mutation.Mutant.Killer.EXECUTION;

import java.util.List;
import java.util.function.Predicate;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;

final class MemoryMutants {
    private MemoryMutants() {
    }

    static List<Mutant> all() {
        return List.of(
                new Mutant("a store to a field is dropped", "DeadCodeElimination", drop(Opcode.PUT_FIELD), EXECUTION),
                new Mutant("a store to a static field is dropped", "DeadCodeElimination", drop(Opcode.PUT_STATIC), EXECUTION),
                new Mutant("a store to an array is dropped", "DeadCodeElimination", drop(Opcode.ARRAY_STORE), EXECUTION),
                new Mutant("a call without a result is dropped", "DeadCodeElimination",
                        Places.first(i -> i.opcode() == Opcode.CALL && i.type() == Type.VOID, (graph, call) -> Edits.remove(call)), EXECUTION),
                new Mutant("a read is taken for an earlier one, over a store", "GlobalValueNumbering", MemoryMutants::reuseOverStore, EXECUTION),
                new Mutant("an element is read before it is written", "GlobalValueNumbering", MemoryMutants::readBeforeStore, EXECUTION),
                new Mutant("a read is moved out of a loop that writes", "LoopInvariants", MemoryMutants::hoist, EXECUTION),
                new Mutant("an object is forgotten to escape to a call", "EscapeAnalysis", MemoryMutants::forgetEscape, EXECUTION));
    }

    private static Mutant.Change drop(Opcode store) {
        return Places.first(Places.is(store), (graph, instruction) -> Edits.remove(instruction));
    }

    private static boolean isSameRead(Instruction one, Instruction other) {
        return one.opcode() == other.opcode() && one.attribute() == other.attribute() && one.operands().equals(other.operands());
    }

    private static boolean reuseOverStore(Graph graph) {
        for (Instruction read : Places.all(graph)) {
            Instruction again = read.opcode() == Opcode.GET_FIELD ? Places.behind(read, other -> isSameRead(read, other)) : null;
            Predicate<Instruction> store = write -> write.opcode() == Opcode.PUT_FIELD && write.attribute() == read.attribute();
            if (again != null && Places.isBetween(read, again, store)) {
                Edits.replace(again, read);
                return true;
            }
        }
        return false;
    }

    private static boolean readBeforeStore(Graph graph) {
        for (Instruction store : Places.all(graph)) {
            Instruction read = store.opcode() == Opcode.ARRAY_STORE ? Places.behind(store, Places.is(Opcode.ARRAY_LOAD)) : null;
            if (read != null && !Places.isBetween(store, read, read.operands()::contains)) {
                Places.moveBefore(read, store);
                return true;
            }
        }
        return false;
    }

    private static boolean hoist(Graph graph) {
        Loops loops = new Loops(graph, new DominatorTree(graph));
        for (Block header : loops.headers()) {
            Block before = loops.preheader(header);
            for (Instruction read : Places.all(graph)) {
                boolean isRead = read.opcode() == Opcode.GET_FIELD || read.opcode() == Opcode.GET_STATIC;
                boolean isInLoop = loops.body(header).contains(read.block());
                if (before != null && isRead && isInLoop && read.operands().stream().noneMatch(o -> loops.body(header).contains(o.block()))) {
                    Places.moveBefore(read, before.terminator());
                    return true;
                }
            }
        }
        return false;
    }

    /** What was stored before a call that sees the object is taken for what is read after it. */
    private static boolean forgetEscape(Graph graph) {
        for (Instruction store : Places.all(graph)) {
            Instruction read = store.opcode() != Opcode.PUT_FIELD ? null : Places.behind(store, i -> i.opcode() == Opcode.GET_FIELD
                    && i.attribute() == store.attribute() && i.operand(0) == store.operand(0));
            Predicate<Instruction> escape = call -> call.opcode() == Opcode.CALL && call.operands().contains(store.operand(0));
            if (read != null && Places.isBetween(store, read, escape)) {
                Edits.replace(read, store.operand(1));
                return true;
            }
        }
        return false;
    }
}
