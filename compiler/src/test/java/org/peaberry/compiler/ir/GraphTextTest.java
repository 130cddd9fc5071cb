/** IR text is read as it was written. */
package org.peaberry.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import org.peaberry.compiler.frontend.GraphBuilder;
import org.peaberry.compiler.frontend.JavaSource;
import org.peaberry.compiler.frontend.Programs;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;

class GraphTextTest {
    static java.util.Set<String> programs() {
        return Programs.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void textOfEveryMethodIsReadAsItWasWritten(String name) {
        HostWorld world = JavaSource.compile(name, Programs.all().get(name)).world();
        for (ClassInfo type : world.program()) {
            type.methods().stream().filter(m -> !m.isAbstract()).forEach(m -> assertSameText(world, m));
        }
    }

    private static void assertSameText(HostWorld world, MethodInfo method) {
        String once = GraphPrinter.print(GraphParser.parse(GraphPrinter.print(GraphBuilder.build(world, method)), world));
        Graph again = GraphParser.parse(once, world);
        GraphVerifier.verify(again, "parsing");
        assertEquals(once, GraphPrinter.print(again));
    }

    @Test
    void lineThatIsNotUnderstoodIsNamed() {
        var error = assertThrows(IllegalArgumentException.class, () -> GraphParser.parse("method t () void\nb0:\n  frobnicate v1\n", null));
        assertTrue(error.getMessage().contains("frobnicate v1"), error.getMessage());
    }
}
