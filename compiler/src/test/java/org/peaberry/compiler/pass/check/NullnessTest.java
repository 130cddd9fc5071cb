/** What the analysis of a closed world takes to be never null, and what not. */
package org.peaberry.compiler.pass.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;
import org.peaberry.compiler.frontend.GraphBuilder;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;

class NullnessTest {
    private static final String BOX = "static class Box { Object content; Box(Object o) { content = o; } } ";

    @TempDir
    private Path folder;
    private ClosedWorld world;
    private Nullness nullness;

    private void analyze(String members, String main) {
        world = JavaProgram.ofMembers(folder, members, "static void keep(Object o) { System.exit(o == null ? 1 : 2); }",
                "public static void main(String[] a) { " + main + " }").closedWorld();
        for (MethodInfo method : world.methods()) {
            method.setGraph(GraphBuilder.build(world, method));
        }
        nullness = Nullness.of(world);
    }

    private boolean field(String owner, String name) {
        return nullness.isNeverNull(world.classNamed("Main$" + owner).declaredField(name));
    }

    private MethodInfo method(String name) {
        return world.methods().stream().filter(m -> m.owner().name().equals("Main") && m.name().equals(name)).findFirst().orElseThrow();
    }

    private boolean parameter(String method) {
        return nullness.isNeverNull(new Nullness.Parameter(method(method), 0));
    }

    private boolean result(String method) {
        return nullness.isNeverNull(new Nullness.Result(method(method)));
    }

    @Test
    void fieldThatItsConstructorSetsIsNeverNull() {
        analyze(BOX, "keep(new Box(new Object()).content);");
        assertTrue(field("Box", "content"));
        assertTrue(parameter("keep"));
    }

    @Test
    void oneCallerThatPassesNullIsEnough() {
        analyze(BOX, "keep(new Box(new Object()).content); keep(new Box(a.length > 3 ? null : a).content);");
        assertFalse(field("Box", "content"));
        assertFalse(parameter("keep"));
    }

    @Test
    void fieldThatIsSetLaterMayBeNull() {
        analyze("static class Late { Object content; Late set(Object o) { content = o; return this; } }", "keep(new Late().set(a).content);");
        assertFalse(field("Late", "content"));
        assertFalse(parameter("keep"));
    }

    @Test
    void fieldThatOnePathThroughTheConstructorLeavesOutMayBeNull() {
        analyze("static class Some { Object content; Some(int n) { if (n > 1) content = this; } }", "keep(new Some(a.length).content);");
        assertFalse(field("Some", "content"));
    }

    @Test
    void objectThatIsSeenBeforeItsFieldIsSetHasNullThere() {
        analyze("static Object seen; static class Early { final Object content; Early() { seen = this; content = \"x\"; } }",
                "keep(new Early().content); keep(((Early) seen).content);");
        assertFalse(field("Early", "content"));
    }

    @Test
    void superclassThatCallsAMethodOfTheObjectLetsItBeSeen() {
        analyze("static abstract class Base { Base() { keep(look()); } abstract Object look(); } "
                + "static class Derived extends Base { final Object content; Derived() { content = \"x\"; } Object look() { return content; } }",
                "keep(new Derived().content);");
        assertFalse(field("Derived", "content"));
        assertFalse(parameter("keep"));
    }

    @Test
    void quietSuperclassDoesNotLetItBeSeen() {
        analyze("static class Base { final int size; Base(int n) { size = n; } } "
                + "static class Derived extends Base { final Object content; Derived(int n) { super(n); content = \"x\"; } }",
                "keep(new Derived(a.length).content);");
        assertTrue(field("Derived", "content"));
    }

    @Test
    void constructorThatCallsAnotherOneOfItsClassSetsWhatThatOneSets() {
        analyze("static class Pair { final Object content; Pair() { this(\"x\"); } Pair(Object o) { content = o; } }", "keep(new Pair().content);");
        assertTrue(field("Pair", "content"));
    }

    @Test
    void nullInAnObjectOfTheImageCounts() {
        analyze(BOX + "static Box box = new Box(null);", "keep(box.content); keep(new Box(a).content);");
        assertFalse(field("Box", "content"));
    }

    @Test
    void elementsOfArraysMayBeNull() {
        analyze("", "keep(a[0]);");
        assertFalse(parameter("keep"));
    }

    @Test
    void whatWasCheckedIsNotNull() {
        analyze("static Object checked(Object o) { if (o == null) return \"\"; return o; }", "keep(checked(a.length > 2 ? a : null));");
        assertFalse(parameter("checked"));
        assertTrue(result("checked"));
        assertTrue(parameter("keep"));
    }

    @Test
    void checkBehindAUseSaysNothingAboutTheUse() {
        analyze("static int use(Object o) { keep(o); return o.hashCode(); }", "System.exit(use(a.length > 2 ? a : null));");
        assertFalse(parameter("keep"));
    }

    @Test
    void overridingMethodThatReturnsNullCounts() {
        analyze("interface Maker { Object make(); } static class Good implements Maker { public Object make() { return this; } } "
                + "static class Bad implements Maker { public Object make() { return null; } } static Maker[] makers = {new Good(), new Bad()};",
                "for (Maker m : makers) { keep(m.make()); }");
        assertFalse(parameter("keep"));
    }

    @Test
    void programThatReadsAnUnsetFieldStillFails() throws Exception {
        String members = "static class Node { final Node next; final int value; Node(Node n, int v) { next = n; value = v; } }";
        assertEquals("exit 5", JavaProgram.ofMembers(folder, members, "static int second(Node n) { try { return n.next.value; } catch (NullPointerException e) { return 5; } }",
                "public static void main(String[] a) { System.exit(second(new Node(null, 1)) + second(new Node(new Node(null, 0), 1))); }").run());
    }
}
