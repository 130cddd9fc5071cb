/** Turns the bytecode of a method into an SSA graph. */
package org.peaberry.compiler.frontend;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.World;

/** Blocks are visited in reverse postorder; wherever edges meet, every live slot gets a phi, and needless phis go at the end. */
public final class GraphBuilder {
    private final Builder builder;
    private final MethodNode code;
    private final StackInstructions stack;
    private final ArithmeticInstructions arithmetic;
    private final FloatingPointInstructions floatingPoint;
    private final MemoryInstructions memory;
    private final CallInstructions calls;
    private final BranchInstructions branches;
    private final LocalScopes locals;

    private GraphBuilder(World world, MethodInfo method) {
        code = method.node();
        builder = new Builder(world, method, new ControlFlow(code));
        stack = new StackInstructions(builder);
        arithmetic = new ArithmeticInstructions(builder);
        floatingPoint = new FloatingPointInstructions(builder);
        memory = new MemoryInstructions(builder);
        calls = new CallInstructions(builder);
        branches = new BranchInstructions(builder);
        locals = new LocalScopes(method);
    }

    /**
     * @param method has bytecode
     * @throws Unsupported for what is not in the dialect
     */
    public static Graph build(World world, MethodInfo method) {
        if ((method.node().access & Opcodes.ACC_SYNCHRONIZED) != 0 && !method.owner().isLibrary()) {
            throw new Unsupported(new SourcePosition(method, method.firstLine(), null), "synchronized method " + method.displayName()
                    + ": monitors are not in the dialect. Use a SpinLock");
        }
        return new GraphBuilder(world, method).run();
    }

    private Graph run() {
        builder.block = builder.graph.newBlock();
        Frame arguments = parameters();
        builder.frame = arguments;
        builder.source = builder.flow.entry();
        builder.jumpTo(builder.flow.entry());
        for (BytecodeBlock block : builder.flow.reversePostorder()) {
            if (block.irBlock != null) {
                translate(block);
            }
        }
        builder.graph.removeUnreachableBlocks();
        TrivialPhis.remove(builder.graph);
        return builder.graph;
    }

    private Frame parameters() {
        Frame frame = new Frame(code.maxLocals);
        int local = 0;
        int index = 0;
        for (ClassInfo type : builder.method.argumentTypes()) {
            boolean wide = type.isPrimitive() && type.memoryKind().bytes() == Long.BYTES;
            frame.setLocal(local, new Slot(builder.emit(Opcode.PARAMETER, type.memoryKind().type(), index++), wide));
            local += wide ? 2 : 1;
        }
        return frame;
    }

    private void translate(BytecodeBlock block) {
        builder.enter(block);
        int line = builder.flow.lineAt(block.start);
        for (int i = block.start; i < block.end; i++) {
            AbstractInsnNode instruction = code.instructions.get(i);
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction.getOpcode() >= 0) {
                builder.moveTo(line, locals.at(i, builder.frame));
                translate(instruction);
            }
        }
        if (builder.block.terminator() == null) {
            builder.jumpTo(builder.flow.startingAt(block.end));
        }
    }

    private void translate(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (isFloatingPoint(opcode)) {
            builder.requireFloatingPoint();
        }
        boolean done = stack.translate(instruction) || arithmetic.translate(instruction) || floatingPoint.translate(instruction) || memory.translate(instruction)
                || calls.translate(instruction) || branches.translate(instruction);
        if (!done) {
            throw builder.unsupported("bytecode " + opcode + " is not supported");
        }
    }

    private static boolean isFloatingPoint(int opcode) {
        return switch (opcode) {
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2, Opcodes.DCONST_0, Opcodes.DCONST_1, Opcodes.FLOAD, Opcodes.DLOAD,
                    Opcodes.FALOAD, Opcodes.DALOAD, Opcodes.FSTORE, Opcodes.DSTORE, Opcodes.FASTORE, Opcodes.DASTORE, Opcodes.FADD,
                    Opcodes.DADD, Opcodes.FSUB, Opcodes.DSUB, Opcodes.FMUL, Opcodes.DMUL, Opcodes.FDIV, Opcodes.DDIV, Opcodes.FREM,
                    Opcodes.DREM, Opcodes.FNEG, Opcodes.DNEG, Opcodes.I2F, Opcodes.I2D, Opcodes.L2F, Opcodes.L2D, Opcodes.F2I,
                    Opcodes.F2L, Opcodes.F2D, Opcodes.D2I, Opcodes.D2L, Opcodes.D2F, Opcodes.FCMPL, Opcodes.FCMPG, Opcodes.DCMPL,
                    Opcodes.DCMPG, Opcodes.FRETURN, Opcodes.DRETURN -> true;
            default -> false;
        };
    }
}
