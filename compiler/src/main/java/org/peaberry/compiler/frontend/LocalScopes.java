/** Finds what the variables of the source hold at an instruction of the bytecode. */
package org.peaberry.compiler.frontend;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.ir.Local;
import org.peaberry.compiler.world.LocalVariables;
import org.peaberry.compiler.world.MethodInfo;

final class LocalScopes {
    private final List<LocalVariables.Scope> scopes;

    LocalScopes(MethodInfo method) {
        scopes = LocalVariables.of(method);
    }

    /** The variables in scope that hold something, which is what the frame says. */
    List<Local> at(int instruction, Frame frame) {
        List<Local> locals = new ArrayList<>();
        for (LocalVariables.Scope scope : scopes) {
            Slot slot = scope.contains(instruction) ? frame.local(scope.slot()) : null;
            if (slot != null) {
                locals.add(new Local(scope.variable(), slot.value()));
            }
        }
        return locals;
    }
}
