/** The IR that the front end makes computes what HotSpot computes. */
package org.peaberry.compiler.frontend;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrontEndExecutionTest {
    static java.util.Set<String> programs() {
        return Programs.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void interpretedIrBehavesLikeHotSpot(String name) {
        Differential.check(name, Programs.all().get(name));
    }
}
