/** Local variables and operand stack while bytecode is interpreted abstractly. */
package org.peaberry.compiler.frontend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.peaberry.compiler.ir.Instruction;

final class Frame {
    private final Slot[] locals;
    private final List<Slot> stack;

    Frame(int maxLocals) {
        locals = new Slot[maxLocals];
        stack = new ArrayList<>();
    }

    private Frame(Slot[] locals, List<Slot> stack) {
        this.locals = locals;
        this.stack = stack;
    }

    Frame copy() {
        return new Frame(locals.clone(), new ArrayList<>(stack));
    }

    int localCount() {
        return locals.length;
    }

    /** Null when nothing of use is there. */
    Slot local(int index) {
        return locals[index];
    }

    void setLocal(int index, Slot slot) {
        locals[index] = slot;
    }

    List<Slot> stack() {
        return stack;
    }

    void push(Slot slot) {
        stack.add(slot);
    }

    void push(Instruction value, boolean wide) {
        push(new Slot(value, wide));
    }

    Slot pop() {
        return stack.remove(stack.size() - 1);
    }

    Instruction popValue() {
        return pop().value();
    }

    Slot peek() {
        return stack.get(stack.size() - 1);
    }

    void clearStack() {
        stack.clear();
    }

    /** Puts a value in the place of another wherever that stands. */
    void replace(Instruction before, Instruction after) {
        for (int i = 0; i < locals.length; i++) {
            locals[i] = replaced(locals[i], before, after);
        }
        stack.replaceAll(slot -> replaced(slot, before, after));
    }

    private static Slot replaced(Slot slot, Instruction before, Instruction after) {
        return slot != null && slot.value() == before ? new Slot(after, slot.wide()) : slot;
    }

    @Override
    public String toString() {
        return Arrays.toString(locals) + " " + stack;
    }
}
