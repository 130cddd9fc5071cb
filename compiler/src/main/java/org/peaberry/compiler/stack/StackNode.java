/** Code with its frame and its calls. */
package org.peaberry.compiler.stack;

import java.util.List;

import org.peaberry.compiler.world.MethodInfo;

/** @param bytes of its frame, return address included */
record StackNode(String symbol, MethodInfo method, int bytes, List<StackCall> calls) {
}
