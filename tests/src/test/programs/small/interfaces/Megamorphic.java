/** One call site, many classes. */
package small.interfaces;

public final class Megamorphic {
    interface Op {
        int apply(int x);
    }

    static final class Add implements Op {
        public int apply(int x) {
            return x + 1;
        }
    }

    static final class Sub implements Op {
        public int apply(int x) {
            return x - 2;
        }
    }

    static final class Mul implements Op {
        public int apply(int x) {
            return x * 3;
        }
    }

    static final class Div implements Op {
        public int apply(int x) {
            return x / 4;
        }
    }

    static final class Neg implements Op {
        public int apply(int x) {
            return -x;
        }
    }

    static final class Xor implements Op {
        public int apply(int x) {
            return x ^ 0x55;
        }
    }

    static final class Shift implements Op {
        public int apply(int x) {
            return x << 2;
        }
    }

    static class Twice implements Op {
        final Op op;

        Twice(Op op) {
            this.op = op;
        }

        public int apply(int x) {
            return op.apply(op.apply(x));
        }
    }

    public static void main(String[] arguments) {
        Op[] ops = {new Add(), new Sub(), new Mul(), new Div(), new Neg(), new Xor(), new Shift(), new Twice(new Add()), new Twice(new Twice(new Mul()))};
        int x = 1;
        for (int i = 0; i < 1000; i++) {
            x = ops[i % ops.length].apply(x) + i;
        }
        System.out.println(x); //= 1256346169
    }
}
