/** A member type of a random class: every kind of type that Java 17 has, with members of every kind. */
package org.peaberry.tests.agreement;

import java.util.Random;

/** @param use an expression of type int in which # stands for values of type int, and @ for such in a class body */
record GeneratedType(String declaration, String use) {
    private static final GeneratedType[] KINDS = {
        new GeneratedType("""
                static abstract class A%1$d<T extends Comparable<T>> {
                    static int made;
                    protected T held;
                    int n = 1 << %1$d;
                    { made++; }
                    A%1$d(T held) { this.held = held; }
                    abstract int get(T other);
                    final int twice(T other) { return get(other) * 2; }
                }
                %2$s static class B%1$d extends A%1$d<Integer> {
                    B%1$d() { this(3); }
                    private B%1$d(int n) { super(n); this.n += n; super.n++; }
                    @Override int get(Integer other) { return held.compareTo(other) + n; }
                    @Override public String toString() { return "B" + this.held; }
                }
                """, "new B%1$d().twice(#) + (A%1$d.made > 0 ? 1 : 0) + new B%1$d(#).toString().length()"),
        new GeneratedType("""
                %2$s interface I%1$d<T> extends Supplier<T> {
                    int BASE = 7 * %1$d;
                    default int size() { return BASE + hidden(); }
                    private int hidden() { return 1; }
                    static <T> I%1$d<T> of(T t) { return () -> t; }
                    class Member { int get() { return BASE; } }
                }
                """, "I%1$d.of(#).size() + I%1$d.<Integer>of(#).get() + new I%1$d.Member().get()"),
        new GeneratedType("""
                %2$s enum E%1$d implements IntUnaryOperator {
                    ADD('+') { @Override public int applyAsInt(int x) { return x + 1; } },
                    NEG('-') { @Override public int applyAsInt(int x) { return -x; } },
                    ;
                    private static final E%1$d[] ALL = values();
                    private final char sign;
                    E%1$d(char sign) { this.sign = sign; }
                    static E%1$d of(int i) { return ALL[i & 1]; }
                    int sign() { return switch (this) { case ADD -> sign; case NEG -> -sign; }; }
                }
                """, "E%1$d.of(#).applyAsInt(#) + E%1$d.ADD.sign() + E%1$d.valueOf(\"NEG\").ordinal()"),
        new GeneratedType("""
                %2$s record R%1$d<T extends Comparable<? super T>>(T left, int right, int... rest) implements Comparable<R%1$d<T>> {
                    static int made;
                    %2$s R%1$d { if (right < 0) { right = -right; } made++; }
                    R%1$d(T left) { this(left, 1); }
                    @Override public int compareTo(R%1$d<T> other) { return left.compareTo(other.left); }
                    @Override public int right() { return right + rest.length; }
                    record Inside(long wide, boolean is) { }
                }
                """, "new R%1$d<>(\"a\").compareTo(new R%1$d<>(\"b\", #, #, #)) + new R%1$d<>(#).right() + new R%1$d.Inside(#, true).hashCode()"),
        new GeneratedType("""
                static abstract sealed class S%1$d permits P%1$d, Q%1$d { abstract int value(); }
                static final class P%1$d extends S%1$d { final int v; P%1$d(int v) { this.v = v; } @Override int value() { return v; } }
                static non-sealed class Q%1$d extends S%1$d { @Override int value() { return %1$d; } }
                static int sealed%1$d(S%1$d s) { return s instanceof P%1$d p ? p.v : s instanceof Q%1$d && !(s instanceof P%1$d) ? s.value() : 0; }
                """, "sealed%1$d(new P%1$d(#)) + sealed%1$d(new Q%1$d() { int value() { return @ + super.value(); } })"),
        new GeneratedType("""
                %2$s static class N%1$d<T> {
                    T v;
                    N%1$d(T v) { this.v = v; }
                    class In { T w = v; class Deep { T u = w; T outer() { return N%1$d.this.v; } } }
                    static int all(List<? extends Number> numbers, Comparator<? super Integer> order) { return numbers.size() + order.compare(1, 2); }
                }
                """, "new N%1$d<>(#).new In().new Deep().u + new N%1$d<Integer>(#).new In().new Deep().outer() + N%1$d.all(List.of(#), Comparator.naturalOrder())"),
        new GeneratedType("""
                @interface An%1$d { int value() default 1 + 2; Class<?>[] types() default {}; Colour colour() default Colour.RED; Mark[] marks() default @Mark; int LIMIT = 3; }
                @An%1$d(value = %1$d, types = {int.class, String[].class}, marks = {@Mark(2), @Mark(names = "n")})
                @SafeVarargs static <T> int length%1$d(final @An%1$d T... all) { return all.length; }
                """, "length%1$d(#, #) + %3$s.<String>length%1$d() + An%1$d.LIMIT"),
        new GeneratedType("""
                static class It%1$d implements Iterable<String> {
                    static final char[][] TABLE = {{'a', 'b'}, {}, new char[2]};
                    @Override public Iterator<String> iterator() {
                        return new Iterator<>() { int i; @Override public boolean hasNext() { return i < 2; } @Override public String next() { return "" + TABLE[0][i++]; } };
                    }
                    static int count(int start) { int n = start; for (var s : new It%1$d()) n += s.length(); return n; }
                    @SuppressWarnings("unchecked") static <X extends Throwable> void thrown(Throwable t) throws X { throw (X) t; }
                }
                static int thrown%1$d(int x) { try { It%1$d.<RuntimeException>thrown(new Refused(x)); return 0; } catch (RuntimeException e) { return 1; } catch (Exception e) { return ((Refused) e).code; } }
                """, "It%1$d.count(#) + thrown%1$d(#)"),
    };
    private static final String[] MODIFIERS = {"", "private", "protected", "public"};

    static GeneratedType of(int index, String className, Random random) {
        GeneratedType kind = KINDS[random.nextInt(KINDS.length)];
        String modifier = MODIFIERS[random.nextInt(MODIFIERS.length)];
        return new GeneratedType(kind.declaration.formatted(index, modifier, className), kind.use.formatted(index, modifier, className));
    }

    /** The use, with values. */
    String use(GeneratedStatements values) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < use.length(); at++) {
            text.append(switch (use.charAt(at)) {
                case '#' -> values.value("int");
                case '@' -> values.valueInClass("int");
                default -> String.valueOf(use.charAt(at));
            });
        }
        return text.toString();
    }
}
