/** Small programs for differential tests; each covers one corner of the bytecode. */
package org.peaberry.compiler.frontend;

import java.util.LinkedHashMap;
import java.util.Map;

public final class Programs {
    private static final Map<String, String> ALL = new LinkedHashMap<>();

    private Programs() {
    }

    private static void program(String name, String body) {
        ALL.put(name, "public class " + name + " {\n" + body + "\n}\n");
    }

    /** Sources by class name. */
    public static Map<String, String> all() {
        return ALL;
    }

    static {
        program("IntArithmetic", """
            public static int add(int a, int b) { return a + b * 3 - (a ^ b) + (a & b) | (b - a); }
            public static int divide(int a, int b) { return a / b + a % b; }
            public static int shifts(int a, int b) { return (a << b) + (a >> b) + (a >>> b) + (a >>> (b + 1)) - -a + ~b; }
            public static int narrow(int a) { return (byte) a + (short) a * 3 + (char) a; }
            public static int constants(int a) { return a * 8 + a / 4 + a % 16 + a * -1 + a / -8 + a % -4 + a * 10 + a / 1 + (a | 0) + (a & -1) + a / 7; }
            public static int compare(int a, int b) { return (a < b ? 1 : 0) + (a <= b ? 2 : 0) + (a == b ? 4 : 0) + (a >= b ? 8 : 0) + (a > b ? 16 : 0) + (a != b ? 32 : 0); }
            """);
        program("LongArithmetic", """
            public static long add(long a, long b) { return a + b * 3 - (a ^ b) + (a & b) | (b - a); }
            public static long divide(long a, long b) { return a / b + a % b; }
            public static long shifts(long a, int b) { return (a << b) + (a >> b) + (a >>> b) - -a + ~a; }
            public static long widen(int a, long b) { return a + b + (int) b + (a & 0xFFFFFFFFL); }
            public static int compare(long a, long b) { return (a < b ? 1 : 0) + (a <= b ? 2 : 0) + (a == b ? 4 : 0) + (a >= b ? 8 : 0) + (a > b ? 16 : 0); }
            public static long constants(long a) { return a * 16 + a / 1024 + a % 64 + a / -2 + a % 10 + (a << 64) + a / 100; }
            public static boolean unsigned(long a, long b) { return Long.compareUnsigned(a, b) < 0; }
            public static int bits(long a, int b) { return Long.bitCount(a) + Integer.highestOneBit(b); }
            """);
        program("Loops", """
            public static int sum(int n) { int s = 0; for (int i = 0; i < n && i < 50; i++) { if (i % 3 == 0) continue; s += i; if (s > 400) break; } return s; }
            public static int nested(int n) { int s = 0; outer: for (int i = 0; i < 10; i++) { for (int j = 0; j < i; j++) { if (j == n) continue outer; if (i * j > 40) break outer; s += i * j; } } return s; }
            public static long gcd(long a, long b) { while (b != 0) { long t = a % b; a = b; b = t; } return a; }
            public static int collatz(int n) { int steps = 0; long x = n; do { x = (x & 1) == 0 ? x / 2 : x * 3 + 1; steps++; } while (x > 1 && steps < 100); return steps; }
            public static int swap(int a, int b) { for (int i = 0; i < 5; i++) { int t = a; a = b; b = t + i; } return a * 31 + b; }
            public static long fibonacci(int n) { long a = 0, b = 1; for (int i = 0; i < (n & 63); i++) { long c = a + b; a = b; b = c; } return a; }
            """);
        program("Switches", """
            public static int table(int a) { switch (a) { case 0: return 10; case 1: a += 5; case 2: return a; case 5: break; default: a = 77; } return a; }
            public static int lookup(int a) { return switch (a) { case -1 -> 1; case 100, 33 -> 2; case Integer.MAX_VALUE -> 3; default -> { int t = a * 2; yield t; } }; }
            public static int strings(int a) { String s = a == 0 ? "zero" : a == 1 ? "one" : a == 5 ? "Aa" : "BB"; switch (s) { case "zero": return 0; case "one": return 1; case "BB": return 7; case "Aa": return 8; default: return 9; } }
            enum Color { RED, GREEN, BLUE { int weight() { return 9; } }; int weight() { return ordinal(); } }
            public static int enums(int a) { Color c = Color.values()[Math.floorMod(a, 3)]; return switch (c) { case RED -> 100; case GREEN -> 200; case BLUE -> 300; } + c.weight(); }
            """);
        program("Arrays1", """
            public static int fill(int n) { int[] a = new int[8]; for (int i = 0; i < a.length; i++) a[i] = i * n; int s = 0; for (int x : a) s += x; return s + a[n & 7]; }
            public static int outOfBounds(int n) { int[] a = new int[4]; a[n] = 3; return a[n]; }
            public static int negative(int n) { return new byte[n > 1000 ? 5 : n].length; }
            public static int narrow(int n) { byte[] b = {(byte) n}; short[] s = {(short) n}; char[] c = {(char) n}; boolean[] z = {n > 0}; return b[0] + s[0] * 3 + c[0] + (z[0] ? 1 : 0); }
            public static long longs(long n) { long[] a = {n, n * 2}; a[0] += 5; a[1]++; a[0] <<= 2; return a[0] ^ a[1]; }
            public static int multi(int n) { int[][] a = new int[3][4]; a[1][n & 3] = n; int[][][] b = new int[2][2][]; return a[1][2] + (b[1][1] == null ? 1 : 0) + a.length * a[2].length; }
            public static int store(int n) { Object[] a = n > 0 ? new String[2] : new Object[2]; a[0] = Integer.valueOf(3); return a.length; }
            public static int copies(int n) { int[] a = {1, 2, n}; int[] b = a.clone(); b[0] = 9; return a[0] + b[0] + b[2]; }
            public static int nothing(int n) { int[] a = n == 0 ? null : new int[1]; return a.length; }
            """);
        program("Objects", """
            static class Node { int value; Node next; long weight = 5; Node(int v, Node n) { value = v; next = n; } int sum() { return value + (next == null ? 0 : next.sum()); } }
            static class Big extends Node { Big(int v) { super(v * 2, null); } int sum() { return super.sum() + 1; } }
            interface Shape { int area(); default int twice() { return area() * 2; } }
            record Square(int side) implements Shape { public int area() { return side * side; } }
            static final class Box<T extends Comparable<T>> { T item; Box(T t) { item = t; } boolean less(Box<T> o) { return item.compareTo(o.item) < 0; } }
            public static int list(int n) { Node list = null; for (int i = 0; i < 5; i++) list = new Node(i + n, list); return list.sum(); }
            public static int virtual(int n) { Node a = n > 0 ? new Node(n, null) : new Big(n); return a.sum() + (int) a.weight; }
            public static int casts(int n) { Object o = n > 1 ? (Object) "text" : new Node(n, null); if (o instanceof Node x) return x.value; return ((String) o).length(); }
            public static int badCast(int n) { Object o = n > 1 ? (Object) "text" : new Node(n, null); return ((Node) o).value; }
            public static int nulls(int n) { Node a = n > 1 ? null : new Node(n, null); return a.value + a.value; }
            public static int generics(int n) { return new Box<>(n).less(new Box<>(5)) ? 1 : 0; }
            public static int anonymous(int n) { Shape s = new Shape() { public int area() { return n + 1; } }; return s.twice(); }
            static int counter;
            public static int statics(int n) { counter = 0; counter += n; counter++; return counter * 2; }
            public static int increments(int n) { Node a = new Node(n, null); int x = a.value++ + ++a.value; a.weight += 3; a.next = a; return x + (int) a.next.weight; }
            public static int initial(int a, int b) { Node x = new Node(a > b ? a : b, b > 3 ? null : new Node(b, null)); return x.sum(); }
            """);
        program("Exceptions", """
            static int helper(int n) { if (n == 5) throw new IllegalArgumentException("five"); if (n == 7) throw new RuntimeException("seven"); return 100 / n; }
            public static int simple(int n) { try { return helper(n); } catch (IllegalArgumentException e) { return -5; } catch (ArithmeticException e) { return -1; } }
            public static int locals(int n) { int stage = 0; try { stage = 1; helper(n); stage = 2; helper(n - 2); stage = 3; } catch (RuntimeException e) { return stage * 10 + e.getMessage().length(); } return stage; }
            public static int lastly(int n) { int x = 0; try { x = helper(n); } finally { x += 1000; } return x; }
            public static int nested(int n) { int r = 0; try { try { r += helper(n); } catch (ArithmeticException e) { r += 3; helper(5); } finally { r += 7; } } catch (RuntimeException e) { r += 50; } return r; }
            public static int loop(int n) { int r = 0; for (int i = 0; i < 10; i++) { try { if (i == n) continue; r += helper(i); } catch (RuntimeException e) { r += i; if (i > 6) break; } finally { r++; } } return r; }
            @SuppressWarnings("finally") public static int override(int n) { try { return helper(n); } finally { return 3; } }
            public static int check(int n) { int[] a = {1, 2, 3}; int i = 0; try { i = n; return a[i] + a[i + 1]; } catch (ArrayIndexOutOfBoundsException e) { return i * 2; } }
            public static int rethrow(int n) { try { helper(n); return 1; } catch (RuntimeException e) { throw new IllegalStateException2(e.getMessage() + "!"); } }
            static class IllegalStateException2 extends RuntimeException { IllegalStateException2(String m) { super(m); } }
            static class Resource implements AutoCloseable { static int open; Resource() { open++; } public void close() { open--; } }
            public static int resources(int n) { Resource.open = 0; int seen = 0; try (Resource a = new Resource(); Resource b = new Resource()) { seen = Resource.open; helper(n); } catch (RuntimeException e) { seen += 10; } return seen * 100 + Resource.open; }
            public static int conditional(int n) { Object o = null; try { o = n > 1 ? "a" : null; o.hashCode(); n++; } catch (NullPointerException e) { return n * 3; } return n; }
            public static int throwing(int n) { try { if (n > 0) throw new RuntimeException("x"); n = 4; } catch (RuntimeException e) { n = -n; } return n; }
            public static int deep(int n) { try { try { try { return helper(n); } finally { n += 1; } } finally { n *= 2; helper(n); } } catch (IllegalArgumentException e) { return n; } catch (RuntimeException e) { return n + 1; } }
            """);
        program("Stack", """
            static int[] array(int n) { return new int[] {n, n + 1}; }
            static int count;
            static int next() { return count++; }
            public static int compound(int n) { count = 0; int[] a = {n, 2, 3}; a[next()] += next() * 10; int x = a[next()]++; return a[0] + x + a[2]; }
            public static long wide(long n) { long[] a = {n, 5}; long x = a[0]++ + --a[1]; long y = a[0] = a[1] = x; return x + y + a[0]; }
            public static int ternaries(int a, int b) { return (a > b ? a : b) - (a < b ? (b == 3 ? 1 : a) : b) + (a > 0 && b > 0 || a == b ? 1 : 0); }
            public static String text(int a) { return "a=" + a + (a > 3 ? " big" : " small") + 'c' + 5L; }
            public static int chain(int a) { int x, y, z; x = y = z = a; x += y -= z *= 3; return x * 31 + y * 7 + z; }
            """);
        program("Words", """
            static final org.peaberry.runtime.unboxed.Address BASE = org.peaberry.runtime.unboxed.Address.of(0x1000);
            static long walk(org.peaberry.runtime.unboxed.Address a, int n) { while (n-- > 0) { a = a.plus(8); if (a.toLong() > 0x1100L) a = a.alignDown(64); } return a.toLong(); }
            public static long loop(int n) { return walk(BASE, n & 63); }
            public static long choose(long n) { org.peaberry.runtime.unboxed.Address a = n > 5 ? BASE : org.peaberry.runtime.unboxed.Address.of(n > 0 ? n : -n); return a.plus(n).toLong(); }
            public static boolean below(long a, long b) { return org.peaberry.runtime.unboxed.Address.of(a).isBelow(org.peaberry.runtime.unboxed.Address.of(b)); }
            static final class Holder { org.peaberry.runtime.unboxed.HostFrame frame; Holder(org.peaberry.runtime.unboxed.HostFrame f) { frame = f; } }
            public static long field(long n) { Holder h = new Holder(org.peaberry.runtime.unboxed.HostFrame.of(n)); h.frame = h.frame.plus(2); return h.frame.address().toLong(); }
            """);
    }
}
