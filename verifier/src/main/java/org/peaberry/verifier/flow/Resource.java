/** Something that must be given back: a held lock, or an owned value in a variable or in a field of an object that is being constructed. */
package org.peaberry.verifier.flow;

import org.peaberry.verifier.model.Variable;

/** @param identity equal for the same resource: a lock's text, or the variable
 * @param label for messages */
record Resource(Object identity, String label, Kind kind) {
    enum Kind { LOCK, LOCAL, FIELD }

    static Resource lock(String text) {
        String name = text.startsWith("this.") ? text.substring("this.".length()) : text;
        return new Resource(name, name, Kind.LOCK);
    }

    static Resource of(Variable variable) {
        return new Resource(variable.node(), variable.name(), variable.isField() ? Kind.FIELD : Kind.LOCAL);
    }

    boolean isLock() {
        return kind == Kind.LOCK;
    }

    /** Of the object that is being constructed. */
    boolean isField() {
        return kind == Kind.FIELD;
    }
}
