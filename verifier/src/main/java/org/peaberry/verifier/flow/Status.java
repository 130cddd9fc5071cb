/** What may be true of a resource at a place, over all paths that lead there. */
package org.peaberry.verifier.flow;

import org.antlr.v4.runtime.ParserRuleContext;

/** @param bits which of HELD, RELEASED and ABSENT may be true
 * @param site where it was taken */
record Status(int bits, ParserRuleContext site) {
    static final int HELD = 1;
    static final int RELEASED = 1 << 1;
    /** There is nothing to give back. */
    static final int ABSENT = 1 << 2;

    boolean mayBe(int bit) {
        return (bits & bit) != 0;
    }

    /** Whether it is certainly so. */
    boolean is(int bit) {
        return bits == bit;
    }

    Status or(Status other) {
        return new Status(bits | other.bits, mayBe(HELD) ? site : other.site);
    }
}
