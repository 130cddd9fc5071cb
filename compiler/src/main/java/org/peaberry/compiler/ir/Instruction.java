/** One SSA instruction, which is also the value it computes. */
package org.peaberry.compiler.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Operand and user lists are kept in step: change operands only through the methods here. */
public final class Instruction {
    private final int id;
    private final Opcode opcode;
    private final Type type;
    private Object attribute;
    private final List<Instruction> operands = new ArrayList<>(2);
    private final List<Instruction> users = new ArrayList<>(2);
    private Block block;
    private SourcePosition position;
    private Instruction replacement;

    Instruction(int id, Opcode opcode, Type type, Object attribute) {
        this.id = id;
        this.opcode = opcode;
        this.type = type;
        this.attribute = attribute;
    }

    /** Unique in its graph; {@code v<id>} in text. */
    public int id() {
        return id;
    }

    public Opcode opcode() {
        return opcode;
    }

    public Type type() {
        return type;
    }

    /** See {@link Opcode} for what each operation has here; null for most. */
    public Object attribute() {
        return attribute;
    }

    /** The attribute, cast. */
    public <T> T attribute(Class<T> kind) {
        return kind.cast(attribute);
    }

    public void setAttribute(Object attribute) {
        this.attribute = attribute;
    }

    public List<Instruction> operands() {
        return Collections.unmodifiableList(operands);
    }

    public Instruction operand(int index) {
        return operands.get(index);
    }

    /** One entry per use, so an instruction that uses this twice is here twice. */
    public List<Instruction> users() {
        return Collections.unmodifiableList(users);
    }

    public boolean hasUsers() {
        return !users.isEmpty();
    }

    /** The block it is in, or null when it is not placed (yet, or any more). */
    public Block block() {
        return block;
    }

    void setBlock(Block block) {
        this.block = block;
    }

    public SourcePosition position() {
        return position;
    }

    public Instruction at(SourcePosition newPosition) {
        position = newPosition;
        return this;
    }

    public void addOperand(Instruction operand) {
        operands.add(operand);
        operand.users.add(this);
    }

    public void setOperand(int index, Instruction operand) {
        operands.get(index).users.remove(this);
        operands.set(index, operand);
        operand.users.add(this);
    }

    public void removeOperand(int index) {
        operands.remove(index).users.remove(this);
    }

    public void clearOperands() {
        for (Instruction operand : operands) {
            operand.users.remove(this);
        }
        operands.clear();
    }

    /** Makes every user use the replacement instead. */
    public void replaceUsesWith(Instruction replacement) {
        if (replacement == this) {
            return;
        }
        for (Instruction user : new ArrayList<>(users)) {
            for (int i = 0; i < user.operands.size(); i++) {
                if (user.operands.get(i) == this) {
                    user.operands.set(i, replacement);
                    replacement.users.add(user);
                }
            }
        }
        users.clear();
        this.replacement = replacement;
        replacement.replacement = null;
    }

    /** The instruction that computes this value now: itself, unless its uses were given to another one. */
    public Instruction latest() {
        Instruction latest = this;
        while (latest.replacement != null) {
            latest = latest.replacement;
        }
        return latest;
    }

    /** Takes it out of its block and drops its operands; it must have no users. */
    public void remove() {
        if (!users.isEmpty()) {
            throw new IllegalStateException(this + " still has users: " + users);
        }
        clearOperands();
        if (block != null) {
            block.instructions().remove(this);
            block = null;
        }
    }

    public boolean isConstant() {
        return opcode == Opcode.CONST;
    }

    /** Value of a CONST, sign-extended. */
    public long constantValue() {
        return ((Number) attribute).longValue();
    }

    @Override
    public String toString() {
        return "v" + id + "=" + opcode.text();
    }
}
