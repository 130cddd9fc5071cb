/** A value before registers are allocated. */
package org.peaberry.compiler.select;

/** Most have one definition; one that stands for a phi has one at the end of each predecessor. */
public final class VirtualRegister {
    private final int id;

    public VirtualRegister(int id) {
        this.id = id;
    }

    /** Dense, from 0. */
    public int id() {
        return id;
    }

    @Override
    public String toString() {
        return "r" + id;
    }
}
