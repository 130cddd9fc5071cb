/** The call graph of the machine code, with the frame of every method. */
package org.peaberry.compiler.contract.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.ExternalFunction;

public final class StackGraph {
    private static final int RETURN_ADDRESS = Long.BYTES;

    private final Map<MethodInfo, Integer> sizes = new LinkedHashMap<>();
    private final Map<MethodInfo, List<MachineCalls.Call>> calls = new HashMap<>();
    private final Map<Activation, StackFrame> frames = new HashMap<>();

    private StackGraph() {
    }

    /** @param methods all of the program, with their final graphs */
    public static StackGraph of(ClosedWorld world, Collection<CompiledMethod> methods) {
        StackGraph graph = new StackGraph();
        MachineCalls calls = new MachineCalls(world, methods);
        for (CompiledMethod compiled : methods) {
            graph.sizes.put(compiled.method(), compiled.frameSize() + RETURN_ADDRESS);
            graph.calls.put(compiled.method(), calls.of(compiled));
        }
        return graph;
    }

    /** All compiled methods, in the order of the code. */
    public Collection<MethodInfo> methods() {
        return sizes.keySet();
    }

    /** Of a compiled method, or of an assembly function that one calls. */
    public StackFrame frame(Activation activation) {
        return frames.computeIfAbsent(activation, this::makeFrame);
    }

    private StackFrame makeFrame(Activation activation) {
        Integer size = sizes.get(activation.method());
        if (size == null) {
            return external(activation);
        }
        List<StackFrame.Call> made = new ArrayList<>();
        for (MachineCalls.Call call : calls.get(activation.method())) {
            Activation target = activation.calls(call.target(), call.fails());
            if (target != null) {
                made.add(new StackFrame.Call(target, call.position()));
            }
        }
        return new StackFrame(activation, size, made);
    }

    private static StackFrame external(Activation function) {
        Object stack = Annotations.element(function.method().annotation(ExternalFunction.class), "stack");
        int bytes = stack == null ? ExternalFunction.UNKNOWN : (Integer) stack;
        return new StackFrame(function, bytes == ExternalFunction.UNKNOWN ? StackFrame.UNKNOWN : bytes + RETURN_ADDRESS, List.of());
    }
}
