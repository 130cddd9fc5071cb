/** One thing that the dialect asks of a source file. */
package org.peaberry.verifier.rule;

public abstract class Rule {
    private final String id;
    private final RuleGroup group;
    private final String statement;
    private final String reason;
    private final String instead;

    /**
     * @param id lower case, words joined by '-'
     * @param statement what holds in every file, in one line
     * @param reason why
     * @param instead what to write
     */
    protected Rule(String id, RuleGroup group, String statement, String reason, String instead) {
        this.id = id;
        this.group = group;
        this.statement = statement;
        this.reason = reason;
        this.instead = instead;
    }

    public final String id() {
        return id;
    }

    public final RuleGroup group() {
        return group;
    }

    public final String statement() {
        return statement;
    }

    public final String reason() {
        return reason;
    }

    public final String instead() {
        return instead;
    }

    /** A file that keeps the rule in the way a writer should. */
    public abstract String passing();

    /** A file that breaks it, on the lines that end with {@code // here}. */
    public abstract String failing();

    /** Whether an annotation may excuse a place from it. */
    public boolean isSuppressible() {
        return true;
    }

    /** Reports every place of a file that breaks the rule. */
    public abstract void check(Check check);
}
