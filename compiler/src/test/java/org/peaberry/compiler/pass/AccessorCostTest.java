/** What the vocabulary promises: words and raw structures cost nothing beyond the access itself. */
package org.peaberry.compiler.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.compiler.frontend.JavaSource;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphPrinter;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;

class AccessorCostTest {
    private static final HostWorld WORLD = JavaSource.compile("Costs", """
            import org.peaberry.runtime.unboxed.*;
            import org.peaberry.runtime.memory.*;
            import org.peaberry.runtime.annotation.*;
            public class Costs {
                @RawStructure(size = 8) interface Inner { @At(4) int value(); }
                @RawStructure(size = 64) interface Outer {
                    @At(0) long first();
                    @At(8) HostFrame frame();
                    @At(8) void frame(HostFrame frame);
                    @At(16) Inner inner();
                    @At(32) @Repeated(count = 4, stride = 8) long entry(int index);
                    default boolean isSet() { return first() != 0; }
                }
                static long load(Address a) { return a.plus(16).loadLong(8); }
                static void store(Address a, int value) { a.store(4L, value); }
                static HostFrame field(Address a) { return RawMemory.at(Outer.class, a).frame(); }
                static void setField(Outer o, HostFrame f) { o.frame(f.plus(0)); }
                static int nested(Outer o) { return o.inner().value(); }
                static long masked(Outer o, int i) { return o.entry(i & 3); }
                static boolean test(Outer o) { return o.isSet(); }
                static boolean below(Address a, Address b) { return a.isBelow(b); }
                static boolean branchOn(Address a, Address b) { if (a.isAtOrAbove(b)) { return load(b) == 0; } return load(a) == 0; }
                static Address rounded(Address a) { return a.alignDown(4096); }
            }
            """).world();

    /** Operations of the method, without constants, parameters, phis, jumps and returns. */
    private static void assertCosts(String name, Opcode... expected) {
        MethodInfo method = WORLD.classNamed("Costs").methods().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
        Graph graph = OptimizedProgram.graphOf(WORLD, method);
        List<Opcode> operations = graph.blocks().stream().flatMap(b -> b.instructions().stream()).map(i -> i.opcode()).filter(o -> switch (o) {
            case CONST, PARAMETER, PHI, GOTO, RETURN -> false;
            default -> true;
        }).toList();
        assertEquals(List.of(expected), operations, () -> GraphPrinter.print(graph));
    }

    @Test
    void loadAtAnOffsetIsOneAdditionAndOneLoad() {
        assertCosts("load", Opcode.ADD, Opcode.LOAD);
    }

    @Test
    void storeAtAnOffsetIsOneAdditionAndOneStore() {
        assertCosts("store", Opcode.ADD, Opcode.STORE);
    }

    @Test
    void fieldOfARawStructureIsOneLoad() {
        assertCosts("field", Opcode.ADD, Opcode.LOAD);
    }

    @Test
    void fieldOfARawStructureIsOneStore() {
        assertCosts("setField", Opcode.ADD, Opcode.STORE);
    }

    @Test
    void fieldOfASubStructureIsOneLoad() {
        assertCosts("nested", Opcode.ADD, Opcode.LOAD);
    }

    @Test
    void elementWithAMaskedIndexHasNoBoundsCheck() {
        assertCosts("masked", Opcode.AND, Opcode.ADD, Opcode.INT_TO_LONG_UNSIGNED, Opcode.SHL, Opcode.ADD, Opcode.LOAD);
    }

    @Test
    void defaultMethodIsItsBody() {
        assertCosts("test", Opcode.LOAD, Opcode.COMPARE);
    }

    @Test
    void unsignedComparisonIsOneComparison() {
        assertCosts("below", Opcode.COMPARE);
    }

    @Test
    void branchOnAComparisonIsOneBranch() {
        assertCosts("branchOn", Opcode.BRANCH, Opcode.ADD, Opcode.LOAD, Opcode.COMPARE, Opcode.ADD, Opcode.LOAD, Opcode.COMPARE);
    }

    @Test
    void roundingIsOneMask() {
        assertCosts("rounded", Opcode.AND);
    }
}
