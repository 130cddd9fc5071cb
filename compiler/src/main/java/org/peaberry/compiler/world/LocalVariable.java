/** A local variable or parameter, as the source names it. */
package org.peaberry.compiler.world;

/**
 * @param descriptor of its type
 * @param isParameter whether it is one, or {@code this}
 */
public record LocalVariable(String name, String descriptor, boolean isParameter) {
}
