/** What the translators share: the graph, the block being filled, the frame, and how a throwing instruction is placed. */
package org.peaberry.compiler.frontend;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.tree.TryCatchBlockNode;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Local;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.World;

final class Builder {
    final World world;
    final MethodInfo method;
    final Graph graph;
    final ControlFlow flow;
    final Map<List<TryCatchBlockNode>, HandlerDispatch> dispatches = new HashMap<>();
    private final Set<Instruction> nonNull = new HashSet<>();
    Frame frame;
    Block block;
    BytecodeBlock source;
    SourcePosition position;

    Builder(World world, MethodInfo method, ControlFlow flow) {
        this.world = world;
        this.method = method;
        this.flow = flow;
        graph = new Graph(method.symbol(), method, method.argumentIrTypes(), method.returnIrType());
        position = new SourcePosition(method, 0, null);
    }

    /** Starts filling another block: nothing is known of its values. */
    void enter(BytecodeBlock newSource) {
        source = newSource;
        block = newSource.irBlock;
        frame = newSource.entryFrame.copy();
        nonNull.clear();
    }

    /** What is emitted from now on comes from there. */
    void moveTo(int line, List<Local> locals) {
        if (position.line() != line || !position.locals().equals(locals)) {
            position = new SourcePosition(method, line, null, locals);
        }
    }

    Unsupported unsupported(String what) {
        return new Unsupported(position, what);
    }

    /** @throws Unsupported where floating point is forbidden */
    void requireFloatingPoint() {
        if (!world.hasFloatingPoint()) {
            throw unsupported("floating point is not in the dialect of bare-metal programs: guests own those registers. Use int or long arithmetic");
        }
    }

    /** Appends an instruction that cannot throw. */
    Instruction emit(Opcode opcode, Type type, Object attribute, Instruction... operands) {
        return block.append(graph.create(opcode, type, attribute, operands).at(position));
    }

    /** Appends an instruction that may throw; in a try the block ends with it. */
    Instruction emitThrowing(Opcode opcode, Type type, Object attribute, Instruction... operands) {
        Instruction instruction = emit(opcode, type, attribute, operands);
        if (!source.handlers.isEmpty()) {
            coverWithHandler();
            Block next = graph.newBlock();
            emit(Opcode.GOTO, Type.VOID, null);
            block.addSuccessor(next);
            block = next;
        }
        return instruction;
    }

    /** Gives the current block the handler of its try, with the locals as they are. */
    void coverWithHandler() {
        HandlerDispatch dispatch = dispatches.get(source.handlers);
        if (dispatch == null) {
            dispatch = new HandlerDispatch(this, source, frame);
            dispatches.put(List.copyOf(source.handlers), dispatch);
        }
        dispatch.addEdge(block, frame);
    }

    Instruction constant(int value) {
        return emit(Opcode.CONST, Type.INT, value);
    }

    Instruction constant(long value) {
        return emit(Opcode.CONST, Type.LONG, value);
    }

    Instruction constant(float value) {
        return emit(Opcode.CONST, Type.FLOAT, Float.floatToRawIntBits(value));
    }

    Instruction constant(double value) {
        return emit(Opcode.CONST, Type.DOUBLE, Double.doubleToRawLongBits(value));
    }

    /** Checks a reference for null, unless that is known. */
    void nullCheck(Instruction reference) {
        if (reference.type() != Type.REFERENCE) {
            throw unsupported("a machine word is used as an object. Words (@Unboxed, @RawStructure) have no fields, identity or null;"
                    + " convert with toLong() and the like");
        }
        if (isKnownNonNull(reference)) {
            return;
        }
        emitThrowing(Opcode.NULL_CHECK, Type.VOID, null, reference);
        nonNull.add(reference);
    }

    private boolean isKnownNonNull(Instruction reference) {
        return switch (reference.opcode()) {
            case NEW, NEW_ARRAY, OBJECT, TYPE_INFORMATION, EXCEPTION -> true;
            case PARAMETER -> !method.isStatic() && reference.attribute(Integer.class) == 0 || nonNull.contains(reference);
            default -> nonNull.contains(reference);
        };
    }

    // ---- Edges.

    /** Ends the current block with a GOTO. */
    void jumpTo(BytecodeBlock target) {
        emit(Opcode.GOTO, Type.VOID, null);
        addEdge(block, target, frame);
    }

    /** Adds an edge of a finished block, with what the target's phis need. */
    void addEdge(Block from, BytecodeBlock target, Frame state) {
        if (target.irBlock == null) {
            target.irBlock = graph.newBlock();
            target.entryFrame = Merge.firstFrame(this, target, state);
        }
        from.addSuccessor(target.irBlock);
        Merge.addOperands(this, target, state);
    }

    /** A value of no meaning, for a phi operand that is never used. */
    Instruction undefined(Type type) {
        Instruction value = switch (type) {
            case REFERENCE -> graph.create(Opcode.NULL, type, null);
            case LONG, DOUBLE -> graph.create(Opcode.CONST, type, 0L);
            default -> graph.create(Opcode.CONST, type, 0);
        };
        return graph.entry().insert(0, value);
    }
}
