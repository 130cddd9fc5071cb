/** A unit of linking: sections of one NASM object, or all that the compiler made. */
package org.peaberry.compiler.image;

import java.util.List;

/** @param name shown in errors, usually the file name */
public record ObjectFile(String name, List<Section> sections) {
}
