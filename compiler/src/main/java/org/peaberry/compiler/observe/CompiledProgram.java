/** A compilation's result with what it was made from. */
package org.peaberry.compiler.observe;

import java.util.List;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.image.LinkedImage;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.world.ClosedWorld;

/**
 * @param methods in the order of their code in the image; their graphs are as code was generated from them
 * @param code    sections of machine code, then of its tables
 * @param heap    sections of types, objects and static fields
 */
public record CompiledProgram(ClosedWorld world, List<CompiledMethod> methods, List<Section> code, List<Section> heap, LinkedImage image) {
}
