/** One file under one rule: what the rule sees, and where it reports. */
package org.peaberry.verifier.rule;

import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.peaberry.verifier.model.FileModel;
import org.peaberry.verifier.model.World;
import org.peaberry.verifier.source.Position;
import org.peaberry.verifier.tree.Nodes;
import org.peaberry.verifier.tree.SourceFile;

public final class Check {
    private final Rule rule;
    private final FileModel model;
    private final List<Finding> findings;

    /** @param findings where reports go */
    public Check(Rule rule, FileModel model, List<Finding> findings) {
        this.rule = rule;
        this.model = model;
        this.findings = findings;
    }

    public SourceFile file() {
        return model.file();
    }

    /** What the file's names mean. */
    public FileModel model() {
        return model;
    }

    /** All files that are looked at together. */
    public World world() {
        return model.world();
    }

    public <T extends ParserRuleContext> List<T> all(Class<T> kind) {
        return file().all(kind);
    }

    /** @param message what was found, in one line */
    public void report(ParserRuleContext where, String message) {
        report(Nodes.position(where), message);
    }

    public void report(Token where, String message) {
        report(Nodes.position(where), message);
    }

    public void report(Position where, String message) {
        findings.add(new Finding(file().name(), where, rule, message));
    }
}
