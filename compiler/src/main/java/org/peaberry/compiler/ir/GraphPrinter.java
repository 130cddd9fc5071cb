/** Writes a graph as text, which {@link GraphParser} reads. */
package org.peaberry.compiler.ir;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

/**
 * <pre>
 * method Main.f(I)I (int) int
 * b0:
 *   v0 = parameter.int 0
 *   goto b1
 * b1 &lt;- b0 b1 handler b2:
 *   v2 = phi.int v0 v3
 * </pre>
 * After the arrow stand the predecessors, in the order of phi operands.
 */
public final class GraphPrinter {
    static final String UNNAMED = "some:";

    /** What an object that has no text is when the text is read. */
    record UnnamedObject(String className) {
    }

    private GraphPrinter() {
    }

    public static String print(Graph graph) {
        StringBuilder text = new StringBuilder("method ").append(graph.name()).append(" (");
        text.append(graph.parameterTypes().stream().map(Type::text).collect(Collectors.joining(", ")));
        text.append(") ").append(graph.returnType().text()).append('\n');
        for (Block block : graph.blocks()) {
            print(block, text);
        }
        return text.toString();
    }

    private static void print(Block block, StringBuilder text) {
        text.append(block);
        if (!block.predecessors().isEmpty()) {
            text.append(" <- ").append(names(block.predecessors()));
        }
        if (block.handler() != null) {
            text.append(" handler ").append(block.handler());
        }
        text.append(":\n");
        for (Instruction instruction : block.instructions()) {
            text.append("  ").append(print(instruction)).append('\n');
        }
    }

    /** One line, without its end. */
    public static String print(Instruction instruction) {
        StringBuilder text = new StringBuilder();
        if (instruction.type() != Type.VOID) {
            text.append('v').append(instruction.id()).append(" = ");
        }
        text.append(instruction.opcode().text());
        if (instruction.type() != Type.VOID) {
            text.append('.').append(instruction.type().text());
        }
        if (instruction.attribute() != null) {
            text.append(' ').append(instruction.opcode() == Opcode.OBJECT ? object(instruction.attribute()) : attribute(instruction.attribute()));
        }
        for (Instruction operand : instruction.operands()) {
            text.append(" v").append(operand.id());
        }
        if (instruction.opcode().isTerminator() && instruction.block() != null && !instruction.block().successors().isEmpty()) {
            text.append(' ').append(names(instruction.block().successors()));
        }
        return text.toString();
    }

    private static String attribute(Object value) {
        if (value instanceof Invocation call) {
            return call.kind().name().toLowerCase(Locale.ROOT) + " " + reference(call.method());
        }
        if (value instanceof FieldInfo field) {
            return field.owner().name() + "." + field.name();
        }
        if (value instanceof int[] keys) {
            return Arrays.stream(keys).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof ClassInfo type) {
            return type.name();
        }
        if (value instanceof Number) {
            return value.toString();
        }
        return quote(value.toString());
    }

    /** A string in quotes, a class by its name; of other objects the class is told only. */
    private static String object(Object value) {
        if (value instanceof String text) {
            return quote(text);
        }
        return value instanceof ClassInfo type ? type.name() : UNNAMED + (value instanceof UnnamedObject u ? u.className() : value.getClass().getName());
    }

    private static String reference(MethodInfo method) {
        return method.owner().name() + "." + method.name() + method.descriptor();
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace(" ", "\\s") + '"';
    }

    private static String names(List<Block> blocks) {
        return blocks.stream().map(Block::toString).collect(Collectors.joining(" "));
    }
}
