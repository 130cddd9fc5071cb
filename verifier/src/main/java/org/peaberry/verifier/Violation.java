/** A use of something that the dialect leaves out. */
package org.peaberry.verifier;

/** @param file as it was given
 * @param line from 1 on
 * @param detail what exactly was found; may be empty */
public record Violation(String file, int line, Rule rule, String detail) {
    /** As compilers print errors, with what to do about it. */
    public String text() {
        return file + ":" + line + ": error: " + rule.description() + (detail.isEmpty() ? "" : ": " + detail)
                + "\n  why: " + rule.reason() + "\n  instead: " + rule.instead();
    }
}
