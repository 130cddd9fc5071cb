/** What the dialect leaves out of Java, why, and what to write instead. */
package org.peaberry.verifier;

public enum Rule {
    SYNTAX("not the dialect's syntax", "the grammar does not know it", "write it with the constructs of Java 17 that docs/dialect.md lists"),
    LAMBDA("lambda", "it is made by code that the JDK generates when it runs", "a named class that implements the interface"),
    METHOD_REFERENCE("method reference", "it is made by code that the JDK generates when it runs", "a named class that implements the interface"),
    MONITOR("synchronized", "objects have no monitors", "a SpinLock, taken and released in try and finally"),
    FLOATING_POINT("floating point", "vector registers belong to the guest", "integers, scaled where fractions are needed"),
    VARIABLE_ARGUMENTS("variable arguments", "each call allocates an array", "a method for each number of arguments, or an array that lives long");

    private final String description;
    private final String reason;
    private final String instead;

    Rule(String description, String reason, String instead) {
        this.description = description;
        this.reason = reason;
        this.instead = instead;
    }

    public String description() {
        return description;
    }

    public String reason() {
        return reason;
    }

    public String instead() {
        return instead;
    }
}
