/** Random machine code with loops, forks, cold blocks and moves between values, every use of which is reached by a definition. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.select.MachineProgram;
import org.peaberry.compiler.select.VirtualRegister;

final class RandomMachineCode {
    private static final int DEEPEST = 3;
    private static final int HOT = 16;
    private static final int LOOP_RUNS = 8;

    private final Random random;
    private final MachineProgram program = new MachineProgram();
    private List<VirtualRegister> values = new ArrayList<>();
    private MachineBlock current;

    private RandomMachineCode(long seed) {
        random = new Random(seed);
        current = program.block(HOT);
        program.add("start");
    }

    static MachineCode of(long seed) {
        RandomMachineCode made = new RandomMachineCode(seed);
        made.statements(0);
        made.program.add("return");
        return made.program.code;
    }

    private void statements(int depth) {
        for (int i = random.nextInt(6); i >= 0; i--) {
            switch (depth == DEEPEST ? 0 : random.nextInt(4)) {
                case 1 -> loop(depth);
                case 2 -> fork(depth);
                default -> straight();
            }
        }
    }

    private void straight() {
        for (int i = random.nextInt(8); i >= 0; i--) {
            boolean isCall = random.nextInt(6) == 0;
            MachineInstruction instruction = program.add(isCall ? "call" : "operation");
            for (int u = random.nextInt(3); u > 0 && !values.isEmpty(); u--) {
                Constraint[] allowed = isCall ? new Constraint[] {Constraint.ANY} : Constraint.values();
                instruction.use(anyValue(), allowed[random.nextInt(allowed.length)], isCall ? Register.RCX : null);
            }
            if (isCall) {
                instruction.clobberAll();
            }
            if (random.nextBoolean()) {
                instruction.define(newValue(), isCall ? Constraint.ANY : Constraint.REGISTER, isCall ? Register.RAX : null);
            }
        }
    }

    private VirtualRegister anyValue() {
        return values.get(random.nextInt(values.size()));
    }

    private VirtualRegister newValue() {
        VirtualRegister value = program.code.newRegister();
        values.add(value);
        return value;
    }

    /** Ends the block and goes on in a new one. */
    private MachineBlock next(int frequency) {
        program.jump();
        MachineBlock from = current;
        current = program.block(frequency);
        program.edge(from, current);
        program.add("start");
        return current;
    }

    /** A loop with a value that changes each time. */
    private void loop(int depth) {
        int outside = current.frequency();
        List<VirtualRegister> before = List.copyOf(values);
        VirtualRegister phi = program.code.newRegister();
        move(phi);
        MachineBlock head = next(outside * LOOP_RUNS);
        values.add(phi);
        statements(depth + 1);
        MachineBlock end = next(outside * LOOP_RUNS);
        next(outside * LOOP_RUNS);
        move(phi);
        program.jump();
        program.edge(current, head);
        current = program.block(outside);
        program.edge(end, current);
        program.add("start");
        values = new ArrayList<>(before);
        values.add(phi);
    }

    private void move(VirtualRegister target) {
        if (values.isEmpty()) {
            newValueHere();
        }
        program.move(anyValue(), target);
    }

    private void newValueHere() {
        program.add("make").define(newValue(), Constraint.REGISTER);
    }

    /** Two ways, one of them cold, that give one value. */
    private void fork(int depth) {
        int frequency = current.frequency();
        MachineBlock fork = current;
        List<VirtualRegister> before = List.copyOf(values);
        VirtualRegister phi = program.code.newRegister();
        next(frequency);
        statements(depth + 1);
        move(phi);
        MachineBlock end = current;
        program.jump();
        values = new ArrayList<>(before);
        current = program.block(1);
        program.edge(fork, current);
        program.add("start");
        statements(depth + 1);
        move(phi);
        next(frequency);
        program.edge(end, current);
        values = new ArrayList<>(before);
        values.add(phi);
    }
}
