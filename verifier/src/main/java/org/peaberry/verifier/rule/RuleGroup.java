/** The chapters of the dialect that rules belong to. */
package org.peaberry.verifier.rule;

public enum RuleGroup {
    LANGUAGE("What is not in it"),
    CONTRACT("Contracts"),
    WORD("Machine words and spaces"),
    HARDWARE("Hardware code"),
    CONTROL("Control flow"),
    SHARING("Several processors"),
    RESOURCE("Resources and locks"),
    SOURCE("Files and suppressions");

    private final String title;

    RuleGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
