/** What is not in the dialect is an error that names the line and says what to write instead. */
package org.peaberry.compiler.frontend;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;

class UnsupportedTest {
    /** Compiles the method {@code bad} of a class with that body, which starts on line 3, and returns the message. */
    private static String errorOf(String body) {
        String source = "import org.peaberry.runtime.unboxed.*; import org.peaberry.runtime.memory.*; import org.peaberry.runtime.annotation.*;\n"
                + "class Bad { static Object sink; static Address word; static void take(Object o) { } static void takeWord(Address a) { }\n" + body + "\n}";
        HostWorld world = JavaSource.compile("Bad", source).world();
        var bad = world.classNamed("Bad").methods().stream().filter(m -> m.name().equals("bad")).findFirst().orElseThrow();
        return assertThrows(Unsupported.class, () -> GraphBuilder.build(world, bad)).getMessage();
    }

    private static void assertError(String body, String... parts) {
        String message = errorOf(body);
        assertTrue(message.startsWith("Bad.java:3: error: "), message);
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void wordIsNotPassedAsAnObject() {
        assertError("static void bad(Address a) { take(a); }", "passed as an object", "toLong()");
    }

    @Test
    void wordIsNotStoredAsAnObject() {
        assertError("static void bad(Address a) { sink = a; }", "stored as an object", "toLong()");
    }

    @Test
    void wordIsNotStoredInAnArrayOfObjects() {
        assertError("static void bad(Address a, Object[] o) { o[0] = a; }", "stored as an object");
    }

    @Test
    void wordsAreNotComparedByIdentity() {
        assertError("static boolean bad(Address a, Address b) { return a == b; }", "compared by ==", "isEqualTo");
    }

    @Test
    void wordIsNotComparedWithNull() {
        assertError("static boolean bad(Address a) { return a == null; }", "compared by ==", "isZero()");
    }

    @Test
    void nullIsNotAWord() {
        assertError("static void bad() { takeWord(null); }", "Words are never null", "zero()");
        assertError("static Address bad() { return null; }", "null as a word");
        assertError("static void bad() { word = null; }", "Words are never null");
        assertError("static long bad(boolean b) { return (b ? word : null).toLong(); }", "A word is never null");
    }

    @Test
    void wordIsNotCastToAnObject() {
        assertError("static Object bad(Object o) { return (Address) o; }", "cast between a machine word and an object");
    }

    @Test
    void arraysHoldNoWords() {
        assertError("static void bad() { Address[] a = new Address[3]; }", "array of machine words", "long[]");
        assertError("static void bad() { Address[][] a = new Address[3][2]; }", "array of machine words", "long[]");
    }

    @Test
    void monitorsAreNotSupported() {
        assertError("static void bad(Object o) { synchronized (o) { } }", "monitors are not in the dialect", "SpinLock");
    }

    @Test
    void synchronizedMethodIsNotSupported() {
        String message = errorOf("static synchronized void bad() { }");
        assertTrue(message.contains("Bad.java") && message.contains("SpinLock"), message);
    }

    @Test
    void floatingPointMayBeForbidden() {
        String source = "class Bad { double field; static int bad(Bad b) {\nreturn b.field > 1 ? 1 : 0; } }";
        HostWorld world = JavaSource.compile("Bad", source).world();
        MethodInfo bad = world.classNamed("Bad").declaredMethod("bad", "(LBad;)I");
        assertNotNull(GraphBuilder.build(world, bad));
        world.forbidFloatingPoint();
        String message = assertThrows(Unsupported.class, () -> GraphBuilder.build(world, bad)).getMessage();
        assertTrue(message.startsWith("Bad.java:2: error: floating point is not in the dialect of bare-metal programs"), message);
    }

    @Test
    void nativeMethodNeedsASubstitution() {
        assertError("static native int missing(); static int bad() { return missing(); }", "native method Bad.missing");
    }

    @Test
    void symbolNeedsALiteral() {
        assertError("static Address bad(String s) { return RawMemory.symbol(s); }", "literal");
    }

    @Test
    void accessorOfARawStructureHasNoObjects() {
        assertError("@RawStructure(size = 8) interface S { @At(0) Object o(); } static Object bad(Address a) { return RawMemory.at(S.class, a).o(); }",
                "accessor", "Use a primitive type");
    }
}
