/** A file's syntax tree, with its nodes by kind. */
package org.peaberry.verifier.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.peaberry.verifier.source.SourceProblem;
import org.peaberry.verifier.syntax.DialectParser.CompilationUnitContext;
import org.peaberry.verifier.syntax.ParsedFile;
import org.peaberry.verifier.syntax.Parsing;
import org.peaberry.verifier.syntax.SyntaxError;

public final class SourceFile {
    /** Operators in one expression, and other nodes inside each other, that a check can follow. */
    private static final int MAXIMUM_DEPTH = 1_500;

    private final String name;
    private final ParsedFile parsed;
    private final List<SyntaxError> errors = new ArrayList<>();
    private final Map<Class<?>, List<ParserRuleContext>> nodes = new HashMap<>();

    private SourceFile(String name, ParsedFile parsed) throws SourceProblem {
        this.name = name;
        this.parsed = parsed;
        index();
        errors.addAll(parsed.errors());
        if (errors.isEmpty()) {
            errors.addAll(Structure.errors(this));
        }
    }

    /**
     * @param name for messages
     * @throws SourceProblem when the text cannot be read as a program at all
     */
    public static SourceFile parse(String name, String text) throws SourceProblem {
        return new SourceFile(name, Parsing.parse(text));
    }

    public String name() {
        return name;
    }

    public CompilationUnitContext unit() {
        return parsed.unit();
    }

    public List<SyntaxError> errors() {
        return errors;
    }

    /** The package's name; empty for the unnamed package. */
    public String packageName() {
        return unit().packageDeclaration() == null ? "" : unit().packageDeclaration().qualifiedName().getText();
    }

    /** All nodes of exactly this kind, in the order of the text. */
    @SuppressWarnings("unchecked")
    public <T extends ParserRuleContext> List<T> all(Class<T> kind) {
        return (List<T>) nodes.getOrDefault(kind, Collections.emptyList());
    }

    private record Entry(ParserRuleContext node, int depth) {
    }

    private void index() throws SourceProblem {
        Deque<Entry> work = new ArrayDeque<>();
        work.push(new Entry(unit(), 0));
        while (!work.isEmpty()) {
            Entry entry = work.pop();
            if (entry.depth > MAXIMUM_DEPTH) {
                throw new SourceProblem(Nodes.position(entry.node), "an expression has too many operators to be read: name its parts");
            }
            nodes.computeIfAbsent(entry.node.getClass(), kind -> new ArrayList<>()).add(entry.node);
            pushChildren(entry, work);
        }
    }

    private static void pushChildren(Entry parent, Deque<Entry> work) {
        for (int i = parent.node.getChildCount() - 1; i >= 0; i--) {
            ParseTree child = parent.node.getChild(i);
            if (child instanceof ParserRuleContext node) {
                work.push(new Entry(node, parent.depth + 1));
            }
        }
    }
}
