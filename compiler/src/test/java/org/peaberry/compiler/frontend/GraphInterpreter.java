/** Executes graphs on host objects, so that front end and passes can be compared with HotSpot before there is machine code. */
package org.peaberry.compiler.frontend;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphPrinter;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.memory.SimulatedMemory;

/** Methods of the JDK are called by reflection, but for constructors, which must run on an object that is there already. */
public final class GraphInterpreter {
    private static final int STEP_LIMIT = 20_000_000;

    private final HostWorld world;
    private final HostObjects objects;
    private final Unchecked unchecked;
    private final Function<MethodInfo, Graph> graphs;
    private final Map<MethodInfo, Graph> made = new HashMap<>();
    private int steps;

    /** @param graphs gives the IR of a method, asked once for each */
    public GraphInterpreter(HostWorld world, ClassLoader loader, Function<MethodInfo, Graph> graphs) {
        this.world = world;
        this.objects = new HostObjects(loader);
        this.unchecked = new Unchecked(objects);
        this.graphs = graphs;
    }

    /** Runs a method; int-like arguments and results are Integers. */
    public Object call(MethodInfo method, Object... arguments) throws Throwable {
        boolean ofTheJdk = method.owner().name().startsWith("java/") || method.owner().isArray();
        if (method.isNative() || ofTheJdk && !method.isConstructor()) {
            return method.owner().name().equals("java/lang/Object") && method.name().equals("clone")
                    ? cloneArray(arguments[0]) : objects.call(method, arguments);
        }
        if (!made.containsKey(method)) {
            made.put(method, graphs.apply(method));
        }
        return run(made.get(method), arguments);
    }

    private static Object cloneArray(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    private Object run(Graph graph, Object[] arguments) throws Throwable {
        Object[] values = new Object[graph.instructionLimit()];
        Block block = graph.entry();
        Throwable inFlight = null;
        while (true) {
            Block next = null;
            try {
                for (Instruction instruction : block.instructions()) {
                    if (++steps > STEP_LIMIT) {
                        throw new IllegalStateException("endless loop in\n" + GraphPrinter.print(graph));
                    }
                    switch (instruction.opcode()) {
                        case PHI -> { }
                        case RETURN -> {
                            return instruction.operands().isEmpty() ? null : values[instruction.operand(0).id()];
                        }
                        case THROW -> throw (Throwable) values[instruction.operand(0).id()];
                        case UNREACHABLE -> throw new IllegalStateException("unreachable code reached");
                        case GOTO -> next = block.successors().get(0);
                        case BRANCH -> next = block.successors().get(holds(instruction, operands(instruction, values)) ? 0 : 1);
                        case SWITCH -> next = block.successors().get(switchIndex(instruction, values));
                        case PARAMETER -> values[instruction.id()] = arguments[instruction.attribute(Integer.class)];
                        case EXCEPTION -> values[instruction.id()] = inFlight;
                        default -> values[instruction.id()] = checked(instruction, evaluate(instruction, operands(instruction, values)));
                    }
                }
            } catch (StackOverflowError | IllegalStateException e) {
                throw e;
            } catch (Throwable thrown) {
                if (block.handler() == null) {
                    throw thrown;
                }
                inFlight = thrown;
                next = block.handler();
            }
            move(block, next, values);
            block = next;
        }
    }

    private static Object checked(Instruction instruction, Object value) {
        boolean right = switch (instruction.type()) {
            case INT -> value instanceof Integer;
            case LONG -> value instanceof Long;
            default -> true;
        };
        if (!right) {
            throw new IllegalStateException(instruction + " gave " + value);
        }
        return value;
    }

    private static void move(Block from, Block to, Object[] values) {
        int edge = to.predecessors().indexOf(from);
        List<Instruction> phis = to.phis();
        Object[] arriving = new Object[phis.size()];
        for (int i = 0; i < arriving.length; i++) {
            arriving[i] = values[phis.get(i).operand(edge).id()];
        }
        for (int i = 0; i < arriving.length; i++) {
            values[phis.get(i).id()] = arriving[i];
        }
    }

    private static Object[] operands(Instruction instruction, Object[] values) {
        return instruction.operands().stream().map(o -> values[o.id()]).toArray();
    }

    private static int switchIndex(Instruction instruction, Object[] values) {
        int[] keys = instruction.attribute(int[].class);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == (Integer) values[instruction.operand(0).id()]) {
                return i;
            }
        }
        return keys.length;
    }

    /** Whether the condition of a branch or comparison holds. */
    private static boolean holds(Instruction instruction, Object[] v) {
        Condition condition = instruction.attribute(Condition.class);
        if (instruction.operand(0).type() == Type.REFERENCE) {
            return (v[0] == v[1]) == (condition == Condition.EQUAL);
        }
        return Evaluation.holds(condition, ((Number) v[0]).longValue(), ((Number) v[1]).longValue());
    }

    private Object evaluate(Instruction instruction, Object[] v) throws Throwable {
        unchecked.refuse(instruction, v);
        return switch (instruction.opcode()) {
            case CONST -> instruction.attribute();
            case NULL -> null;
            case OBJECT -> instruction.attribute() instanceof ClassInfo type ? objects.hostClass(type) : instruction.attribute();
            case ADD, SUB, MUL, AND, OR, XOR, SHL, SHR, USHR, NEG, DIV, REM, INT_TO_LONG, LONG_TO_INT, INT_TO_BYTE, INT_TO_CHAR, INT_TO_SHORT,
                    INT_TO_LONG_UNSIGNED, COMPARE_THREE_WAY, PURE_INTRINSIC -> Evaluation.evaluate(instruction, v);
            case COMPARE -> holds(instruction, v) ? 1 : 0;
            case NULL_CHECK -> Objects.requireNonNull(v[0]) == null ? null : null;
            case BOUNDS_CHECK -> {
                if (Integer.compareUnsigned((Integer) v[0], (Integer) v[1]) >= 0) {
                    throw new ArrayIndexOutOfBoundsException("Index " + v[0] + " out of bounds for length " + v[1]);
                }
                yield null;
            }
            case ZERO_CHECK -> {
                if (((Number) v[0]).longValue() == 0) {
                    throw new ArithmeticException("/ by zero");
                }
                yield null;
            }
            case STORE_CHECK -> {
                if (v[1] != null && !v[0].getClass().getComponentType().isInstance(v[1])) {
                    throw new ArrayStoreException(v[1].getClass().getName());
                }
                yield null;
            }
            case CHECK_CAST -> objects.hostClass(instruction.attribute(ClassInfo.class)).cast(v[0]);
            case INSTANCE_OF -> objects.hostClass(instruction.attribute(ClassInfo.class)).isInstance(v[0]) ? 1 : 0;
            case GET_FIELD -> objects.get(v[0], instruction.attribute(FieldInfo.class));
            case GET_STATIC -> objects.get(null, instruction.attribute(FieldInfo.class));
            case PUT_FIELD -> put(v[0], instruction.attribute(FieldInfo.class), v[1]);
            case PUT_STATIC -> put(null, instruction.attribute(FieldInfo.class), v[0]);
            case ARRAY_LENGTH -> Array.getLength(v[0]);
            case ARRAY_LOAD -> HostObjects.fromHost(Array.get(v[0], (Integer) v[1]), v[0].getClass().getComponentType());
            case ARRAY_STORE -> {
                Array.set(v[0], (Integer) v[1], HostObjects.toHost(v[2], v[0].getClass().getComponentType()));
                yield null;
            }
            case NEW -> objects.allocate(instruction.attribute(ClassInfo.class));
            case NEW_ARRAY -> newArray(instruction.attribute(ClassInfo.class), (Integer) v[0]);
            case LOAD -> load(instruction.attribute(MemoryKind.class), (Long) v[0]);
            case STORE -> store(instruction.attribute(MemoryKind.class), (Long) v[0], (Number) v[1]);
            case TYPE_INFORMATION -> instruction.attribute();
            case CALL -> invoke(instruction.attribute(Invocation.class), v);
            default -> throw new IllegalStateException("not interpreted: " + instruction);
        };
    }

    private Object put(Object object, FieldInfo field, Object value) {
        objects.put(object, field, value);
        return null;
    }

    private Object newArray(ClassInfo type, int length) {
        return Array.newInstance(objects.hostClass(type.component()), length);
    }

    private static Object load(MemoryKind kind, long address) {
        SimulatedMemory memory = SimulatedMemory.current();
        return switch (kind) {
            case BOOLEAN -> memory.loadByte(address) & 1;
            case BYTE -> (int) memory.loadByte(address);
            case SHORT -> (int) memory.loadShort(address);
            case CHAR -> (int) (char) memory.loadShort(address);
            case INT -> memory.loadInt(address);
            default -> memory.loadLong(address);
        };
    }

    private static Object store(MemoryKind kind, long address, Number value) {
        SimulatedMemory memory = SimulatedMemory.current();
        switch (kind) {
            case BOOLEAN, BYTE -> memory.storeByte(address, value.byteValue());
            case SHORT, CHAR -> memory.storeShort(address, value.shortValue());
            case INT -> memory.storeInt(address, value.intValue());
            default -> memory.storeLong(address, value.longValue());
        }
        return null;
    }

    private Object invoke(Invocation call, Object[] arguments) throws Throwable {
        MethodInfo method = call.method();
        if (method.name().equals("allocateMultiArray")) {
            ClassInfo type = (ClassInfo) arguments[0];
            int[] lengths = (int[]) arguments[1];
            ClassInfo component = type;
            for (int i = 0; i < lengths.length; i++) {
                component = component.component();
            }
            return Array.newInstance(objects.hostClass(component), lengths);
        }
        if (call.kind() != Invocation.Kind.DIRECT) {
            String name = arguments[0].getClass().getName().replace('.', '/');
            method = world.selectMethod(world.classNamed(name), method);
        }
        return call(method, arguments);
    }
}
