/** The verifier finds what is wrong with a graph. */
package org.peaberry.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.peaberry.compiler.world.HostWorld;

class GraphVerifierTest {
    private static final HostWorld WORLD = new HostWorld(Path.of("target"), GraphVerifierTest.class.getClassLoader());

    private static void assertRejected(String body, String reason) {
        Graph graph = GraphParser.parse("method t (int, ref) int\n" + body, WORLD);
        var error = assertThrows(IllegalStateException.class, () -> GraphVerifier.verify(graph, "test"));
        assertTrue(error.getMessage().contains(reason), error.getMessage());
    }

    @Test
    void useBeforeTheDefinition() {
        assertRejected("""
                b0:
                  v1 = add.int v0 v0
                  v0 = parameter.int 0
                  return v1
                """, "does not dominate");
    }

    @Test
    void useInABlockThatIsNotDominated() {
        assertRejected("""
                b0:
                  v0 = parameter.int 0
                  branch less v0 v0 b1 b2
                b1 <- b0:
                  v1 = add.int v0 v0
                  goto b3
                b2 <- b0:
                  goto b3
                b3 <- b1 b2:
                  return v1
                """, "does not dominate");
    }

    @Test
    void phiWithTooFewOperands() {
        assertRejected("""
                b0:
                  v0 = parameter.int 0
                  branch less v0 v0 b1 b2
                b1 <- b0:
                  goto b2
                b2 <- b0 b1:
                  v1 = phi.int v0
                  return v1
                """, "another number of edges");
    }

    @Test
    void operandOfTheWrongType() {
        assertRejected("""
                b0:
                  v0 = parameter.int 0
                  v1 = parameter.ref 1
                  v2 = add.int v0 v1
                  return v2
                """, "takes");
    }

    @Test
    void blockWithoutTerminator() {
        assertRejected("""
                b0:
                  v0 = parameter.int 0
                """, "no terminator");
    }

    @Test
    void handlerOfABlockThatCannotThrow() {
        assertRejected("""
                b0 handler b1:
                  v0 = parameter.int 0
                  return v0
                b1 <- b0:
                  v1 = exception.ref
                  throw v1
                """, "exactly one throwing instruction");
    }

    @Test
    void throwingInstructionThatIsNotTheLast() {
        assertRejected("""
                b0 handler b1:
                  v0 = parameter.int 0
                  zero_check v0
                  v2 = add.int v0 v0
                  return v2
                b1 <- b0:
                  v1 = exception.ref
                  throw v1
                """, "exactly one throwing instruction");
    }

    @Test
    void resultOfTheThrowingInstructionInItsHandler() {
        assertRejected("""
                b0 handler b1:
                  v0 = parameter.int 0
                  v2 = new_array.ref [I v0
                  goto b2
                b1 <- b0:
                  v3 = phi.ref v2
                  v1 = exception.ref
                  throw v3
                b2 <- b0:
                  return v0
                """, "does not dominate the edge");
    }

    @Test
    void blockThatCannotBeReached() {
        assertRejected("""
                b0:
                  v0 = parameter.int 0
                  return v0
                b1:
                  v1 = const.int 1
                  return v1
                """, "cannot be reached");
    }
}
