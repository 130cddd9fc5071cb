/** Anonymous classes capture locals, parameters and this. */
package small.inner;

public final class AnonymousClasses {
    interface IntFunction {
        int apply(int x);
    }

    private final int offset;

    AnonymousClasses(int offset) {
        this.offset = offset;
    }

    IntFunction times(final int factor) {
        int extra = factor * 1000;
        return new IntFunction() {
            private int calls;

            @Override
            public int apply(int x) {
                calls++;
                return x * factor + offset + extra + calls;
            }
        };
    }

    public static void main(String[] arguments) {
        IntFunction f = new AnonymousClasses(7).times(3);
        System.out.println(f.apply(10)); //= 3038
        System.out.println(f.apply(10)); //= 3039
        Object named = new Object() {
            @Override
            public String toString() {
                return "anonymous " + arguments.length;
            }
        };
        System.out.println(named); //= anonymous 0
    }
}
