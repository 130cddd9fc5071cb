/** Comparisons of a COMPARE or BRANCH; the unsigned ones end in _UNSIGNED. */
package org.peaberry.compiler.ir;

public enum Condition {
    EQUAL, NOT_EQUAL, LESS, GREATER_OR_EQUAL, GREATER, LESS_OR_EQUAL, BELOW_UNSIGNED, AT_OR_ABOVE_UNSIGNED, ABOVE_UNSIGNED, AT_OR_BELOW_UNSIGNED;

    /** True exactly when this is false. */
    public Condition negated() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> GREATER_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS;
            case GREATER -> LESS_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case BELOW_UNSIGNED -> AT_OR_ABOVE_UNSIGNED;
            case AT_OR_ABOVE_UNSIGNED -> BELOW_UNSIGNED;
            case ABOVE_UNSIGNED -> AT_OR_BELOW_UNSIGNED;
            case AT_OR_BELOW_UNSIGNED -> ABOVE_UNSIGNED;
        };
    }

    /** The same comparison with the operands exchanged. */
    public Condition swapped() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case BELOW_UNSIGNED -> ABOVE_UNSIGNED;
            case ABOVE_UNSIGNED -> BELOW_UNSIGNED;
            case AT_OR_ABOVE_UNSIGNED -> AT_OR_BELOW_UNSIGNED;
            case AT_OR_BELOW_UNSIGNED -> AT_OR_ABOVE_UNSIGNED;
        };
    }
}
