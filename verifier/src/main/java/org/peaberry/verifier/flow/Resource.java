/** Something that must be given back: a held lock, or an owned value in a variable. */
package org.peaberry.verifier.flow;

import org.peaberry.verifier.model.Variable;

/** @param identity equal for the same resource: a lock's text, or the variable
 * @param label for messages */
record Resource(Object identity, String label, boolean isLock) {
    static Resource lock(String text) {
        String name = text.startsWith("this.") ? text.substring("this.".length()) : text;
        return new Resource(name, name, true);
    }

    static Resource of(Variable variable) {
        return new Resource(variable.node(), variable.name(), false);
    }
}
