/** What an expression yields, as far as ownership goes. */
package org.peaberry.verifier.flow;

import org.antlr.v4.runtime.ParserRuleContext;

/** @param owned of a fresh value that somebody must give back; null for others
 * @param variable the resource that the expression names; null when it names none */
record Value(Status owned, Resource variable) {
    static final Value PLAIN = new Value(null, null);

    static Value owned(ParserRuleContext site) {
        return new Value(new Status(Status.HELD, site), null);
    }

    /** What comes from one of two paths: of a fresh value on one of them somebody must take care. */
    static Value either(Value one, Value other) {
        if (one.isFresh() || other.isFresh()) {
            Status status = one.isFresh() ? one.owned : other.owned;
            return new Value(one.isFresh() && other.isFresh() ? status : new Status(status.bits() | Status.ABSENT, status.site()), null);
        }
        return one.variable != null && one.variable.equals(other.variable) ? one : PLAIN;
    }

    /** Whether somebody must give it back who has not got a name for it yet. */
    boolean isFresh() {
        return owned != null && owned.mayBe(Status.HELD);
    }
}
