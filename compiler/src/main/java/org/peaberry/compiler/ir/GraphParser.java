/** Reads a graph from the text that {@link GraphPrinter} writes. */
package org.peaberry.compiler.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.World;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

/** Blocks and values get new numbers, in the order of the text. Comments start with a semicolon at the line's start. */
public final class GraphParser {
    private final World world;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<String, Instruction> values = new HashMap<>();
    private final Map<Instruction, List<String>> operands = new LinkedHashMap<>();
    private final Map<Block, List<String>> predecessors = new LinkedHashMap<>();
    private final Map<Block, String> handlers = new HashMap<>();
    private final Map<Block, List<String>> successors = new LinkedHashMap<>();
    private Graph graph;
    private Block current;

    private GraphParser(World world) {
        this.world = world;
    }

    /**
     * @param world finds classes, fields and methods named in the text
     * @throws IllegalArgumentException with the line that is not understood
     */
    public static Graph parse(String text, World world) {
        return new GraphParser(world).parse(text);
    }

    private Graph parse(String text) {
        List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith(";")).toList();
        lines.stream().filter(l -> l.endsWith(":")).forEach(l -> blocks.put(l.split("[ :]")[0], null));
        for (String line : lines) {
            try {
                parseLine(line);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("not understood: " + line, e);
            }
        }
        link();
        return graph;
    }

    private void parseLine(String line) {
        if (line.startsWith("method ")) {
            parseHeader(line);
        } else if (line.endsWith(":")) {
            startBlock(line.substring(0, line.length() - 1));
        } else {
            parseInstruction(line);
        }
    }

    private void parseHeader(String line) {
        int open = line.lastIndexOf(" (");
        int close = line.lastIndexOf(") ");
        List<Type> parameters = new ArrayList<>();
        for (String name : line.substring(open + 2, close).split(", *")) {
            if (!name.isEmpty()) {
                parameters.add(type(name));
            }
        }
        graph = new Graph(line.substring("method ".length(), open), null, parameters, type(line.substring(close + 2)));
        blocks.replaceAll((name, none) -> graph.newBlock());
    }

    private void startBlock(String header) {
        List<String> words = new ArrayList<>(List.of(header.split(" +")));
        current = blocks.get(words.remove(0));
        int handler = words.indexOf("handler");
        if (handler >= 0) {
            handlers.put(current, words.get(handler + 1));
            words = words.subList(0, handler);
        }
        predecessors.put(current, words.isEmpty() ? List.of() : words.subList(1, words.size()));
    }

    private void parseInstruction(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" +")));
        String name = words.size() > 1 && words.get(1).equals("=") ? words.get(0) : null;
        if (name != null) {
            words.subList(0, 2).clear();
        }
        String[] operation = words.remove(0).split("\\.");
        Opcode opcode = Opcode.valueOf(operation[0].toUpperCase(Locale.ROOT));
        Type type = operation.length > 1 ? type(operation[1]) : Type.VOID;
        Instruction instruction = graph.create(opcode, type, attribute(opcode, type, words));
        current.append(instruction);
        List<String> uses = words.stream().filter(w -> w.matches("v\\d+")).toList();
        operands.put(instruction, uses);
        if (opcode.isTerminator()) {
            successors.put(current, words.subList(uses.size(), words.size()));
        }
        if (name != null) {
            values.put(name, instruction);
        }
    }

    private Object attribute(Opcode opcode, Type type, List<String> words) {
        return switch (opcode) {
            case CONST -> type == Type.INT || type == Type.FLOAT ? (Object) Integer.valueOf(words.remove(0)) : Long.valueOf(words.remove(0));
            case PARAMETER, FCOMPARE -> Integer.valueOf(words.remove(0));
            case COMPARE, BRANCH -> Condition.valueOf(words.remove(0).toUpperCase(Locale.ROOT));
            case PURE_INTRINSIC, INTRINSIC -> Operation.valueOf(words.remove(0).toUpperCase(Locale.ROOT));
            case CHECK_CAST, INSTANCE_OF, NEW, NEW_ARRAY, TYPE_INFORMATION -> world.classNamed(words.remove(0));
            case GET_FIELD, PUT_FIELD, GET_STATIC, PUT_STATIC -> field(words.remove(0));
            case ARRAY_LOAD, ARRAY_STORE, LOAD, STORE -> MemoryKind.valueOf(words.remove(0).toUpperCase(Locale.ROOT));
            case CALL -> new Invocation(Invocation.Kind.valueOf(words.remove(0).toUpperCase(Locale.ROOT)), method(words.remove(0)));
            case SWITCH -> keys(words.remove(0));
            case OBJECT -> object(words.remove(0));
            case SYMBOL -> unquote(words.remove(0));
            default -> null;
        };
    }

    private Object object(String word) {
        if (word.startsWith(GraphPrinter.UNNAMED)) {
            return new GraphPrinter.UnnamedObject(word.substring(GraphPrinter.UNNAMED.length()));
        }
        return word.startsWith("\"") ? unquote(word) : world.classNamed(word);
    }

    private Object field(String reference) {
        int dot = reference.lastIndexOf('.');
        return world.classNamed(reference.substring(0, dot)).declaredField(reference.substring(dot + 1));
    }

    private MethodInfo method(String reference) {
        int parenthesis = reference.indexOf('(');
        int dot = reference.lastIndexOf('.', parenthesis);
        return world.resolveMethod(reference.substring(0, dot), reference.substring(dot + 1, parenthesis), reference.substring(parenthesis));
    }

    private static int[] keys(String list) {
        String inner = list.substring(1, list.length() - 1);
        return inner.isEmpty() ? new int[0] : Arrays.stream(inner.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static String unquote(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\\s", " ").replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static Type type(String name) {
        return name.equals("ref") ? Type.REFERENCE : Type.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Edges and operands, whose targets may stand later in the text. */
    private void link() {
        successors.forEach((block, names) -> names.forEach(n -> block.addSuccessor(blocks.get(n))));
        handlers.forEach((block, name) -> block.setHandler(blocks.get(name)));
        predecessors.forEach(this::orderPredecessors);
        operands.forEach((instruction, names) -> names.forEach(n -> instruction.addOperand(value(n))));
    }

    private void orderPredecessors(Block block, List<String> names) {
        List<Block> ordered = names.stream().map(blocks::get).toList();
        if (ordered.size() != block.predecessors().size() || !block.predecessors().containsAll(ordered)) {
            throw new IllegalArgumentException(block + " is said to come after " + names + ", but comes after " + block.predecessors());
        }
        block.predecessors().clear();
        block.predecessors().addAll(ordered);
    }

    private Instruction value(String name) {
        Instruction value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value " + name);
        }
        return value;
    }
}
