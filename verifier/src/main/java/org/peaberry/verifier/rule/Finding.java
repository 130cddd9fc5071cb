/** A place that breaks a rule. */
package org.peaberry.verifier.rule;

import java.util.Comparator;

import org.peaberry.verifier.source.Position;

/** @param file as it was given
 * @param message what was found there */
public record Finding(String file, Position position, Rule rule, String message) {
    /** By file, then by place. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file).thenComparing(Finding::position)
            .thenComparing(finding -> finding.rule().id()).thenComparing(Finding::message);

    /** As compilers print errors, so that editors jump to it. */
    public String text() {
        return file + ":" + position.line() + ":" + position.column() + ": error: " + message + " [" + rule.id() + "]";
    }
}
