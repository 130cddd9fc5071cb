/** Optimized IR computes what HotSpot computes. */
package org.peaberry.compiler.pass;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peaberry.compiler.frontend.Differential;
import org.peaberry.compiler.frontend.Programs;

class PassesExecutionTest {
    static java.util.Set<String> programs() {
        return Programs.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void optimizedIrBehavesLikeHotSpot(String name) {
        Differential.check(name, Programs.all().get(name), OptimizedProgram::graphOf);
    }
}
