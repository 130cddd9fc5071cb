/** One call on a path down the stack. */
package org.peaberry.compiler.stack;

import org.peaberry.compiler.contract.stack.Activation;
import org.peaberry.compiler.contract.stack.StackFrame.Call;
import org.peaberry.compiler.contract.stack.StackGraph;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.CallKind;
import org.peaberry.compiler.world.MethodInfo;

/**
 * @param bytes of stack that it takes, return address included; of assembly that does not tell, of the return address alone
 * @param call  where it calls the next one on the path; null for the last one
 */
public record PathFrame(MethodInfo method, int bytes, SourcePosition call) {
    /** @param call to the next one, or null */
    static PathFrame of(StackGraph graph, Activation method, Call call) {
        SourcePosition position = call == null || call.position() != null ? null : new SourcePosition(method.method(), method.method().firstLine(), null);
        return new PathFrame(method.method(), DepthSearch.bytes(graph, method), call != null && call.position() != null ? call.position() : position);
    }

    /** Linker symbol of the code. */
    public String symbol() {
        return CallKind.callSymbol(method);
    }

    public boolean isAssembly() {
        return CallKind.isExternal(method);
    }
}
