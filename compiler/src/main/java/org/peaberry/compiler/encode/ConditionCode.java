/** Conditions of jcc, setcc and cmovcc, in the order of their encoding. Intel SDM vol. 2, appendix B.1.4.7. */
package org.peaberry.compiler.encode;

public enum ConditionCode {
    O, NO, B, AE, E, NE, BE, A, S, NS, P, NP, L, GE, LE, G;

    /** Mnemonic suffix. */
    public String suffix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** True exactly when this is false. */
    public ConditionCode negated() {
        return values()[ordinal() ^ 1];
    }
}
