/** A compilation's result with what it was made from. */
package org.peaberry.compiler.observe;

import java.util.List;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.image.LinkedImage;
import org.peaberry.compiler.world.ClosedWorld;

/** @param methods in the order of their code in the image; their graphs are as code was generated from them */
public record CompiledProgram(ClosedWorld world, List<CompiledMethod> methods, LinkedImage image) {
}
