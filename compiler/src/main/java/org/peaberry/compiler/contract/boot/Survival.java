/** What of an object can be in use when boot is over. */
package org.peaberry.compiler.contract.boot;

public enum Survival {
    /** What its references lead to, not the object itself: they were read from it. */
    CONTENTS,
    /** The object, and what it leads to. */
    WHOLE;

    Survival most(Survival other) {
        return covers(other) ? this : other;
    }

    boolean covers(Survival other) {
        return compareTo(other) >= 0;
    }
}
