/** What a local variable holds at a place in the source. */
package org.peaberry.compiler.ir;

import org.peaberry.compiler.world.LocalVariable;

/** @param value as it was when the graph was built: ask for its {@link Instruction#latest}; null when nobody knows. It is no user of the value */
public record Local(LocalVariable variable, Instruction value) {
}
