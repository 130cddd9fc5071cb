/** One call on a path down the stack. */
package org.peaberry.compiler.stack;

import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.MethodInfo;

/**
 * @param symbol linker symbol of the code
 * @param method null for assembly
 * @param bytes  of stack that it takes, return address included; of assembly the return address alone
 * @param call   where it calls the next one on the path; null for the last one
 */
public record StackFrame(String symbol, MethodInfo method, int bytes, SourcePosition call) {
    /** Whether it is assembly, whose own use of the stack is not known. */
    public boolean isAssembly() {
        return method == null;
    }
}
