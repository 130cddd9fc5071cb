/** What is known of a closed world before any method is made better. */
package org.peaberry.compiler.pass.order;

import org.peaberry.compiler.pass.check.FieldArrayLengths;
import org.peaberry.compiler.pass.check.Nullness;
import org.peaberry.compiler.world.ClosedWorld;

/** @param nullness what is never null
 * @param arrayLengths fields whose arrays all have one length */
public record WholeProgram(Nullness nullness, FieldArrayLengths arrayLengths) {
    /** Nothing: for programs that are not closed worlds. */
    public static final WholeProgram UNKNOWN = new WholeProgram(Nullness.UNKNOWN, FieldArrayLengths.none());

    /** Looks at every method's graph. */
    public static WholeProgram of(ClosedWorld world) {
        return new WholeProgram(Nullness.of(world), FieldArrayLengths.of(world));
    }

    /** Objects that came into the image after the analysis must keep to its results.
     * @throws IllegalStateException when one does not: an error of the compiler */
    public void checkImage(ClosedWorld world) {
        nullness.checkImage(world.heap());
        arrayLengths.checkImage(world);
    }
}
