/** Worst-case stack depth over the calls of the finished machine code. */
package org.peaberry.compiler.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;

/**
 * A frame is what a method's prologue takes and the return address. A dispatched call reaches what the closed world says. Throwing takes stack too: the runtime
 * runs below the frame that throws. While it does, an exception of its own is an error of the runtime, and is not followed. Assembly counts as its return
 * address, a trap or an interrupt as nothing: they are entry points of their own.
 */
public final class StackUse {
    private final Map<String, StackNode> nodes = new LinkedHashMap<>();
    private final DepthSearch search = new DepthSearch(this::node);

    private StackUse() {
    }

    /** @param methods compiled, with their final graphs */
    public static StackUse of(ClosedWorld world, List<CompiledMethod> methods) {
        StackUse use = new StackUse();
        CallSites sites = new CallSites(world);
        for (CompiledMethod method : methods) {
            int bytes = method.frameSize() + Long.BYTES;
            use.nodes.put(method.method().symbol(), new StackNode(method.method().symbol(), method.method(), bytes, sites.of(method)));
        }
        world.entrypoints().forEach((name, method) -> use.nodes.put(name, use.nodes.get(method.symbol())));
        return use;
    }

    /** Of what has no compiled code, the node of assembly. */
    private StackNode node(String symbol) {
        StackNode node = nodes.get(symbol);
        return node != null ? node : new StackNode(symbol, null, Long.BYTES, List.of());
    }

    /** The most stack that a call of the method takes, its return address included. */
    public StackDepth depth(MethodInfo method) {
        return depth(method.symbol());
    }

    /** @param symbol of a method, an entry point or assembly */
    public StackDepth depth(String symbol) {
        return search.depth(symbol, false);
    }

    /** The same as long as nothing throws: the program's own calls, without the runtime's below a frame that throws. */
    public StackDepth depthWithoutExceptions(String symbol) {
        return search.depth(symbol, true);
    }
}
