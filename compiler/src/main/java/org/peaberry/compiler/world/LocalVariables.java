/** The local variables of a method and where in its bytecode they are in scope: its LocalVariableTable (JVMS §4.7.13). */
package org.peaberry.compiler.world;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.tree.LocalVariableNode;

/** Empty for classes compiled without {@code -g}. */
public final class LocalVariables {
    /**
     * A variable's scope: instructions of the method's list.
     *
     * @param slot number of the local that holds it
     * @param end  exclusive
     */
    public record Scope(LocalVariable variable, int slot, int start, int end) {
        public boolean contains(int instruction) {
            return instruction >= start && instruction < end;
        }
    }

    private LocalVariables() {
    }

    /** In the order of the table, parameters included. */
    public static List<Scope> of(MethodInfo method) {
        List<Scope> scopes = new ArrayList<>();
        if (method.node().localVariables == null) {
            return scopes;
        }
        int parameterSlots = parameterSlots(method);
        for (LocalVariableNode node : method.node().localVariables) {
            LocalVariable variable = new LocalVariable(node.name, node.desc, node.index < parameterSlots);
            scopes.add(new Scope(variable, node.index, method.node().instructions.indexOf(node.start),
                    method.node().instructions.indexOf(node.end)));
        }
        return scopes;
    }

    /** The parameters by their number among the arguments, the receiver's first; null for one without a name. */
    public static List<LocalVariable> parameters(MethodInfo method) {
        List<Scope> scopes = of(method);
        List<LocalVariable> parameters = new ArrayList<>();
        int slot = 0;
        for (String descriptor : method.argumentDescriptors()) {
            int wanted = slot;
            parameters.add(scopes.stream().filter(scope -> scope.slot() == wanted && scope.variable().isParameter()).map(Scope::variable)
                    .findFirst().orElse(null));
            slot += size(descriptor);
        }
        return parameters;
    }

    private static int parameterSlots(MethodInfo method) {
        return method.argumentDescriptors().stream().mapToInt(LocalVariables::size).sum();
    }

    private static int size(String descriptor) {
        return descriptor.equals("J") || descriptor.equals("D") ? 2 : 1;
    }
}
