/** Names of the places that machine code refers to. */
package org.peaberry.compiler.encode;

public interface CodeNames {
    /** The relocation at an offset of the code, or null. */
    Relocation relocation(int offset);

    /** Name of a place in the code. */
    String label(int offset);
}
