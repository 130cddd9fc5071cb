/** Expression trees with visitors and many node classes: parsing, evaluation, simplification, derivatives and stack code. */
package large;

public final class Expressions {
    interface Visitor<R> {
        R constant(Constant c);

        R variable(Variable v);

        R unary(Unary u);

        R binary(Binary b);
    }

    interface Expression {
        <R> R accept(Visitor<R> visitor);

        default boolean is(long value) {
            return false;
        }
    }

    record Constant(long value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }

        @Override
        public boolean is(long wanted) {
            return value == wanted;
        }
    }

    record Variable(String name) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variable(this);
        }
    }

    record Unary(Expression operand) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    enum Operator {
        PLUS('+', 1) {
            @Override
            long apply(long a, long b) {
                return a + b;
            }
        },
        MINUS('-', 1) {
            @Override
            long apply(long a, long b) {
                return a - b;
            }
        },
        TIMES('*', 2) {
            @Override
            long apply(long a, long b) {
                return a * b;
            }
        },
        OVER('/', 2) {
            @Override
            long apply(long a, long b) {
                return a / b;
            }
        };

        private static final Operator[] ALL = values();
        final char sign;
        final int precedence;

        Operator(char sign, int precedence) {
            this.sign = sign;
            this.precedence = precedence;
        }

        abstract long apply(long a, long b);

        static Operator of(char sign) {
            for (Operator o : ALL) {
                if (o.sign == sign) {
                    return o;
                }
            }
            return null;
        }
    }

    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** Precedence climbing. */
    static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        private char peek() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at < text.length() ? text.charAt(at) : '\0';
        }

        Expression expression(int precedence) {
            Expression left = operand();
            while (true) {
                Operator o = Operator.of(peek());
                if (o == null || o.precedence < precedence) {
                    return left;
                }
                at++;
                left = new Binary(o, left, expression(o.precedence + 1));
            }
        }

        private Expression operand() {
            char c = peek();
            if (c == '(') {
                at++;
                Expression inner = expression(0);
                if (peek() != ')') {
                    throw new IllegalArgumentException("expected ) at " + at);
                }
                at++;
                return inner;
            }
            if (c == '-') {
                at++;
                return new Unary(operand());
            }
            int start = at;
            if (c >= '0' && c <= '9') {
                while (Character.isDigit(at < text.length() ? text.charAt(at) : ' ')) {
                    at++;
                }
                return new Constant(Long.parseLong(text.substring(start, at)));
            }
            if (!Character.isLetter(c)) {
                throw new IllegalArgumentException("unexpected character at " + at);
            }
            at++;
            return new Variable(text.substring(start, at));
        }
    }

    static final class Evaluator implements Visitor<Long> {
        private final long x;

        Evaluator(long x) {
            this.x = x;
        }

        @Override
        public Long constant(Constant c) {
            return c.value();
        }

        @Override
        public Long variable(Variable v) {
            return v.name().equals("x") ? x : v.name().charAt(0);
        }

        @Override
        public Long unary(Unary u) {
            return -u.operand().accept(this);
        }

        @Override
        public Long binary(Binary b) {
            return b.operator().apply(b.left().accept(this), b.right().accept(this));
        }
    }

    static final class Printer implements Visitor<String> {
        @Override
        public String constant(Constant c) {
            return Long.toString(c.value());
        }

        @Override
        public String variable(Variable v) {
            return v.name();
        }

        @Override
        public String unary(Unary u) {
            return "-" + u.operand().accept(this);
        }

        @Override
        public String binary(Binary b) {
            return "(" + b.left().accept(this) + " " + b.operator().sign + " " + b.right().accept(this) + ")";
        }
    }

    static class Rewriter implements Visitor<Expression> {
        @Override
        public Expression constant(Constant c) {
            return c;
        }

        @Override
        public Expression variable(Variable v) {
            return v;
        }

        @Override
        public Expression unary(Unary u) {
            return new Unary(u.operand().accept(this));
        }

        @Override
        public Expression binary(Binary b) {
            return new Binary(b.operator(), b.left().accept(this), b.right().accept(this));
        }
    }

    static final class Simplifier extends Rewriter {
        @Override
        public Expression unary(Unary u) {
            Expression operand = u.operand().accept(this);
            if (operand instanceof Constant c) {
                return new Constant(-c.value());
            }
            return operand instanceof Unary inner ? inner.operand() : new Unary(operand);
        }

        @Override
        public Expression binary(Binary b) {
            Expression l = b.left().accept(this);
            Expression r = b.right().accept(this);
            if (l instanceof Constant a && r instanceof Constant c && !(b.operator() == Operator.OVER && c.is(0))) {
                return new Constant(b.operator().apply(a.value(), c.value()));
            }
            return switch (b.operator()) {
                case PLUS -> l.is(0) ? r : r.is(0) ? l : new Binary(Operator.PLUS, l, r);
                case MINUS -> r.is(0) ? l : l.equals(r) ? new Constant(0) : new Binary(Operator.MINUS, l, r);
                case TIMES -> l.is(0) || r.is(0) ? new Constant(0) : l.is(1) ? r : r.is(1) ? l : new Binary(Operator.TIMES, l, r);
                case OVER -> r.is(1) ? l : new Binary(Operator.OVER, l, r);
            };
        }
    }

    static final class Derivative extends Rewriter {
        @Override
        public Expression constant(Constant c) {
            return new Constant(0);
        }

        @Override
        public Expression variable(Variable v) {
            return new Constant(v.name().equals("x") ? 1 : 0);
        }

        @Override
        public Expression binary(Binary b) {
            Expression dl = b.left().accept(this);
            Expression dr = b.right().accept(this);
            return switch (b.operator()) {
                case PLUS, MINUS -> new Binary(b.operator(), dl, dr);
                case TIMES -> new Binary(Operator.PLUS, new Binary(Operator.TIMES, dl, b.right()), new Binary(Operator.TIMES, b.left(), dr));
                case OVER -> new Binary(Operator.OVER, new Binary(Operator.MINUS, new Binary(Operator.TIMES, dl, b.right()),
                        new Binary(Operator.TIMES, b.left(), dr)), new Binary(Operator.TIMES, b.right(), b.right()));
            };
        }
    }

    /** Number of registers that evaluation needs (Sethi and Ullman). */
    static final class Registers implements Visitor<Integer> {
        @Override
        public Integer constant(Constant c) {
            return 1;
        }

        @Override
        public Integer variable(Variable v) {
            return 1;
        }

        @Override
        public Integer unary(Unary u) {
            return u.operand().accept(this);
        }

        @Override
        public Integer binary(Binary b) {
            int l = b.left().accept(this);
            int r = b.right().accept(this);
            return l == r ? l + 1 : Math.max(l, r);
        }
    }

    public static void main(String[] arguments) {
        String[] inputs = {
            "1 + 2 * 3", "(1 + 2) * 3", "x * x * x - 2 * x + 7", "10 / (x - 3)", "-x * -(3 - 3) + x * 1", "--5 - -x", "a * x + b", "x / x", "8 - 3 - 2",
            "100 / 10 / 5", "(x + 1) * (x - 1) / (x * x - 1)", "((((x))))", "2 * (3 + 4) * (5 - (6 - 7))", "(1 + x", "1 + ", "* 2",
        };
        Printer printer = new Printer();
        for (String input : inputs) {
            try {
                Expression e = new Parser(input).expression(0);
                Expression simple = e.accept(new Simplifier());
                Expression derivative = e.accept(new Derivative()).accept(new Simplifier());
                System.out.println(e.accept(printer) + " => " + simple.accept(printer) + ", d/dx " + derivative.accept(printer) + ", registers " + e.accept(new Registers()));
                System.out.println(simple + " " + simple.equals(e) + " " + simple.equals(new Parser(simple.accept(printer)).expression(0)));
                for (long x = 2; x < 5; x++) {
                    System.out.println("x=" + x + ": " + e.accept(new Evaluator(x)) + " " + derivative.accept(new Evaluator(x)));
                }
            } catch (IllegalArgumentException e) {
                System.out.println(input + ": " + e.getMessage());
            } catch (ArithmeticException e) {
                System.out.println(input + ": " + e.getMessage());
            }
        }
    }
}
