/** What compiled code is to be, where it cannot be both. */
package org.peaberry.compiler.pass;

/** Kernels are short: they share the processor's caches with those whom they serve. */
public enum Goal {
    /** Nothing is copied that makes the program longer. */
    SIZE,
    /** Loops are copied where that makes them faster. */
    SPEED
}
