/** Types of IR values. */
package org.peaberry.compiler.ir;

/** boolean, byte, char and short are INT; unboxed types and raw structures are LONG. */
public enum Type {
    VOID, INT, LONG, REFERENCE, FLOAT, DOUBLE;

    /** FLOAT or DOUBLE. */
    public boolean isFloatingPoint() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Name in textual IR. */
    public String text() {
        return this == REFERENCE ? "ref" : name().toLowerCase(java.util.Locale.ROOT);
    }
}
