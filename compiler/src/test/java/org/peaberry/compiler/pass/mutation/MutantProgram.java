/** The program on which mutants are tried: each method is what some mistake shows on. */
package org.peaberry.compiler.pass.mutation;

final class MutantProgram {
    static final String NAME = "Mutated";
    static final String SOURCE = """
            import org.peaberry.runtime.annotation.*;
            public class Mutated {
                static class Node { int value; Node next; Node(int v) { value = v; } int get() { return value; } }
                static final class Leaf extends Node { Leaf(int v) { super(v); } int get() { return value + 1; } }
                static int counter;
                static Node kept;
                static int[] table;
                @NoInline static void touch(Node x) { x.value += 10; }
                @NoInline static void count(int n) { counter += n; }
                @NoInline static int minus(int a, int b) { return a - b; }
                @NoInline static int sum(int[] a, int from, int to) { int s = 0; for (int i = from; i < to; i++) s += a[i]; return s; }
                @NoInline static int[] numbers() { return new int[] {3, 1, 4, 1, 5, 9, 2, 6}; }
                @NoInline static Node node(int n) { return n > 1 ? null : n == 0 ? new Leaf(7) : new Node(n); }

                public static int bounds(int n) { int[] a = numbers(); try { return a[n]; } catch (ArrayIndexOutOfBoundsException e) { return -7; } }
                public static int uncaught(int n) { return numbers()[n]; }
                public static int nulls(int n) { return node(n).value; }
                public static int casts(int n) { Object o = n > 1 ? (Object) "text" : new Leaf(n); kept = null; return ((Node) o).value; }
                public static int tests(int n) { Node x = node(n); return x instanceof Leaf ? 5 : 6; }
                public static int quotient(int a, int b) { return a / b; }
                public static int storeCheck(int n) { Object[] a = n > 0 ? new String[2] : new Object[2]; a[0] = Integer.valueOf(3); return a.length; }
                public static int checkOrder(int n) { int d = n & 1; return numbers()[n] / d; }
                public static int checksInLoop(int n) { int[] a = numbers(); int s = 0; for (int i = 0; i < (n & 15); i++) s += a[i + 1]; return s; }
                public static int parts(int n) { int[] a = numbers(); return sum(a, 0, n & 15); }

                public static int stores(int n) { kept = new Node(n); kept.value = n + 3; counter = n; table = new int[4]; table[1] = n; return kept.value + counter + table[1]; }
                public static int statics(int n) { counter = n; touch(new Node(1)); int r = counter; counter = -1; return r; }
                public static int calls(int n) { counter = 0; count(n); return counter; }
                public static int alias(int n) { Node x = new Node(1); kept = x; Node y = kept; int a = x.value; y.value = n; return a * 31 + x.value; }
                @NoInline static int reads(Node x, Node y, int n) { int a = x.value; y.value = n; return a * 31 + x.value; }
                public static int aliases(int n) { Node x = new Node(n); kept = x; return reads(x, n > 0 ? x : new Node(3), 8); }
                @NoInline static int element(int[] a, int[] b, int n) { a[0] = n; return b[0]; }
                public static int elements(int n) { int[] a = numbers(); return element(a, a, n) * 3 + element(a, numbers(), n); }
                public static int written(int n) { Node x = new Node(0); kept = x; int s = 0; for (int i = 0; i < (n & 7); i++) { x.value = x.value + i + 1; s += x.value; } return s; }
                public static int escapes(int n) { Node x = new Node(n); touch(x); return x.value; }
                public static int exact(int n) { Node x = new Node(n); x.next = new Leaf(n); return x.next.get() - x.get(); }
                public static int virtual(int n) { Node x = node(n); return x.get(); }

                public static int differences(int a, int b) { return (a - b) * 31 + (b - a); }
                public static int constants(int n) { int x = 3; return n * (x + 4) + 11; }
                public static int sums(int a, int b) { return a + b; }
                public static int narrow(int n) { return (byte) n + (n >> 3); }
                public static long widen(int n) { return n; }
                public static boolean less(int a, int b) { return a < b; }
                public static int arguments(int a, int b) { return minus(a, b); }
                public static int loopValues(int n) { int a = 1; int b = 0; for (int i = 0; i < (n & 7); i++) { a = a * 3; b = b + a; } return a + b; }

                public static int equals(int a, int b) { if (a == b) return 5; return a == 7 ? 8 : 9; }
                public static int select(int a, int b) { int x; if (a < 3) { counter++; x = a; } else { counter--; x = b; } return x; }
                public static int cases(int n) { switch (n) { case 0: return 10; case 1: return 12; case 2: return 15; case 5: return 19; default: return 77; } }
                public static int caught(int n) { int stage = 1; try { stage = 2; counter = 10 / n; stage = 3; touch(node(n)); stage = 4; } catch (RuntimeException e) { return -stage; } return stage; }
                public static int unrolled(int n) { int s = n; for (int i = 0; i < 4; i++) s = s * 31 + i; return s; }
                public static int unswitched(int n, int m) { int s = 0; for (int i = 0; i < (n & 7); i++) { if (m == 5) s += i; else s -= i * 3; } return s; }
                public static int swap(int a, int b) { for (int i = 0; i < 5; i++) { int t = a; a = b; b = t + i; } return a * 31 + b; }
            }
            """;

    private MutantProgram() {
    }
}
