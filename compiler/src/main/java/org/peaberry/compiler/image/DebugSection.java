/** A section of the file that is not loaded: debug information. */
package org.peaberry.compiler.image;

/** @param name as debuggers look for it: {@code .debug_line} */
public record DebugSection(String name, byte[] bytes) {
}
