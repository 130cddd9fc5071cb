/** Field offsets, type numbers and dispatch tables of a closed world. */
package org.peaberry.compiler.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;

class LayoutTest {
    @TempDir
    private Path folder;
    private ClosedWorld world;

    @BeforeEach
    void compile() {
        world = JavaProgram.ofMembers(folder, "interface First { int one(); } interface Second { int two(); }",
                "static class Base { byte small; long wide; int run() { return 1; } }",
                "static class Middle extends Base implements First, Second { char more; int run() { return 2; } public int one() { return 1; } public int two() { return 2; } }",
                "static class Leaf extends Middle { int run() { return 3; } }",
                "static class Other implements First { public int one() { return 9; } }",
                "static int all(Base b, First f, Second s, Object o) { return b.run() + f.one() + s.two() + (o instanceof Base[] ? 1 : 0) + (o instanceof First[] ? 1 : 0); }",
                "public static void main(String[] a) { Middle m = new Middle(); Leaf l = new Leaf(); new Base().run();",
                "all(l, m, m, new Leaf[1]); all(new Base(), new Other(), l, new First[2]); }").closedWorld();
        assertEquals(List.of(), world.errors());
    }

    private ClassInfo type(String name) {
        return world.classNamed("Main$" + name);
    }

    @Test
    void fieldsAreAlignedAndASubclassFollowsItsSuperclass() {
        assertEquals(8, world.fieldOffset(type("Base").declaredField("small")));
        assertEquals(16, world.fieldOffset(type("Base").declaredField("wide")));
        assertEquals(24, world.fieldOffset(type("Middle").declaredField("more")));
        assertEquals(24, world.instanceSize(type("Base")));
        assertEquals(32, world.instanceSize(type("Leaf")));
    }

    @Test
    void subtypesAreExactlyARangeOfNumbers() {
        for (ClassInfo type : world.usedTypes()) {
            for (ClassInfo other : world.usedTypes()) {
                boolean hasRange = world.interfaceBit(other) < 0 && !type.isInterface() && !other.isPrimitive();
                if (hasRange) {
                    boolean inRange = world.typeId(other) <= world.typeId(type) && world.typeId(type) <= world.lastSubtypeId(other);
                    assertEquals(type.isSubtypeOf(other), inRange, type + " and " + other);
                }
            }
        }
    }

    @Test
    void interfacesAndTheirArraysAreExactlyBits() {
        for (ClassInfo type : world.usedTypes()) {
            for (ClassInfo other : world.usedTypes()) {
                int bit = world.interfaceBit(other);
                if (bit >= 0) {
                    assertEquals(type.isSubtypeOf(other), (world.interfaceBits(type)[bit >> 3] >> (bit & 7) & 1) != 0, type + " and " + other);
                }
            }
        }
    }

    @Test
    void overridingMethodTakesTheSlotOfTheOverriddenOne() {
        MethodInfo run = type("Base").declaredMethod("run", "()I");
        int slot = (world.dispatchOffset(run) - world.dispatchTableOffset()) / Long.BYTES;
        for (String name : List.of("Base", "Middle", "Leaf")) {
            assertEquals(type(name).declaredMethod("run", "()I"), world.dispatched(type(name), slot));
        }
    }

    @Test
    void interfaceMethodsOfOneClassHaveDifferentColours() {
        int one = world.dispatchOffset(type("First").declaredMethod("one", "()I"));
        int two = world.dispatchOffset(type("Second").declaredMethod("two", "()I"));
        assertNotEquals(one, two);
        assertTrue(one < 0 && two < 0);
        assertEquals(type("Middle").declaredMethod("one", "()I"), world.dispatchedInterface(type("Leaf"), -one / Long.BYTES - 1));
        assertEquals(type("Other").declaredMethod("one", "()I"), world.dispatchedInterface(type("Other"), -one / Long.BYTES - 1));
    }

    @Test
    void callWithOneTargetIsKnown() {
        assertEquals(type("Middle").declaredMethod("two", "()I"), world.soleTarget(type("Second").declaredMethod("two", "()I")));
        assertEquals(null, world.soleTarget(type("First").declaredMethod("one", "()I")));
        assertTrue(world.isLeaf(type("Leaf")) && !world.isLeaf(type("Base")));
    }
}
