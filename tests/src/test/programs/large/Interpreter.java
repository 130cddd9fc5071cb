/** An interpreter of a small stack language, where calls, returns, loops and errors are exceptions. */
package large;

public final class Interpreter {
    abstract static class Signal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Signal(String message) {
            super(message);
        }
    }

    static final class Return extends Signal {
        private static final long serialVersionUID = 1;
        final long value;

        Return(long value) {
            super("return outside of a word");
            this.value = value;
        }
    }

    static final class Leave extends Signal {
        private static final long serialVersionUID = 1;

        Leave() {
            super("leave outside of a loop");
        }
    }

    static class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static final class Overflow extends Failure {
        private static final long serialVersionUID = 1;
        final int depth;

        Overflow(int depth) {
            super("too deep", null);
            this.depth = depth;
        }
    }

    static final class Machine {
        private static final int STACK = 16;
        private static final int DEPTH = 40;

        private final String[] names = new String[10];
        private final String[][] bodies = new String[10][];
        private int words;
        private final long[] stack = new long[STACK];
        private int top;
        private int depth;
        private int finals;
        private final StringBuilder out = new StringBuilder();

        void define(String name, String body) {
            names[words] = name;
            bodies[words++] = split(body);
        }

        private static String[] split(String text) {
            int count = 1;
            for (int i = 0; i < text.length(); i++) {
                count += text.charAt(i) == ' ' ? 1 : 0;
            }
            String[] tokens = new String[count];
            int start = 0;
            for (int t = 0; t < count; t++) {
                int end = text.indexOf(' ', start);
                tokens[t] = text.substring(start, end < 0 ? text.length() : end);
                start = end + 1;
            }
            return tokens;
        }

        private void push(long value) {
            stack[top++] = value;
        }

        private long pop() {
            return stack[--top];
        }

        String run(String program) {
            out.setLength(0);
            top = 0;
            depth = 0;
            try {
                execute(split(program));
                out.append("ok");
            } catch (Overflow e) {
                out.append("overflow at ").append(e.depth);
            } catch (Failure e) {
                out.append("failure: ").append(e.getMessage());
                for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                    out.append(" <- ").append(cause.getClass().getSimpleName()).append(' ').append(cause.getMessage());
                }
            } catch (Signal e) {
                out.append("signal: ").append(e.getMessage());
            } finally {
                out.append(" (").append(top).append(", ").append(finals).append(')');
            }
            return out.toString();
        }

        private void execute(String[] tokens) throws Failure {
            for (int i = 0; i < tokens.length; i++) {
                String token = tokens[i];
                try {
                    if (token.equals("loop")) {
                        int end = matching(tokens, i);
                        loop(java.util.Arrays.copyOfRange(tokens, i + 1, end));
                        i = end;
                    } else {
                        step(token);
                    }
                } catch (ArrayIndexOutOfBoundsException | ArithmeticException e) {
                    throw new Failure("in '" + token + "'", e);
                } catch (NumberFormatException e) {
                    throw new Failure("unknown word " + token, null);
                }
            }
        }

        private static int matching(String[] tokens, int start) throws Failure {
            int open = 0;
            for (int i = start; i < tokens.length; i++) {
                open += tokens[i].equals("loop") ? 1 : tokens[i].equals("end") ? -1 : 0;
                if (open == 0) {
                    return i;
                }
            }
            throw new Failure("loop without end", null);
        }

        private void loop(String[] body) throws Failure {
            try {
                while (true) {
                    try {
                        execute(body);
                    } finally {
                        finals++;
                    }
                }
            } catch (Leave e) {
                finals += 100;
            }
        }

        private void step(String token) throws Failure {
            switch (token) {
                case "+" -> push(pop() + pop());
                case "*" -> push(Math.multiplyExact(pop(), pop()));
                case "-" -> {
                    long b = pop();
                    push(pop() - b);
                }
                case "/" -> {
                    long b = pop();
                    push(pop() / b);
                }
                case "dup" -> {
                    long a = pop();
                    push(a);
                    push(a);
                }
                case "swap" -> {
                    long b = pop();
                    long a = pop();
                    push(b);
                    push(a);
                }
                case "over" -> push(stack[top - 2]);
                case "rot" -> {
                    long c = pop();
                    long b = pop();
                    long a = pop();
                    push(b);
                    push(c);
                    push(a);
                }
                case "." -> out.append(pop()).append(' ');
                case "return" -> throw new Return(pop());
                case "leave-if-zero" -> {
                    if (pop() == 0) {
                        throw new Leave();
                    }
                }
                case "return-if-zero" -> {
                    if (pop() == 0) {
                        throw new Return(pop());
                    }
                }
                default -> word(token);
            }
        }

        private void word(String token) throws Failure {
            for (int i = 0; i < words; i++) {
                if (names[i].equals(token)) {
                    call(bodies[i], token);
                    return;
                }
            }
            push(Long.parseLong(token));
        }

        private void call(String[] body, String name) throws Failure {
            if (++depth > DEPTH) {
                throw new Overflow(depth);
            }
            try {
                execute(body);
            } catch (Return r) {
                push(r.value);
            } catch (Overflow e) {
                throw e;
            } catch (Failure e) {
                throw new Failure(name + ": " + e.getMessage(), e.getCause() == null ? null : e);
            } finally {
                depth--;
            }
        }
    }

    public static void main(String[] arguments) {
        Machine machine = new Machine();
        machine.define("square", "dup *");
        machine.define("cube", "dup square *");
        machine.define("fact", "1 swap loop dup rot * swap 1 - dup leave-if-zero end .");
        machine.define("count", "dup dup return-if-zero 1 - count");
        machine.define("sum", "0 swap loop dup rot + swap 1 - dup leave-if-zero end .");
        machine.define("forever", "1 + forever");
        machine.define("bad", "square 0 / cube");
        machine.define("worse", "5 bad");
        machine.define("power", "loop dup * dup . dup 100000000 / 0 leave-if-zero end");
        String[] programs = {
            "2 3 + .", "7 square . 3 cube .", "10 sum .", "1 0 /", "5 worse", "+", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", "0 forever",
            "nonsense", "5 return", "1 leave-if-zero 0 leave-if-zero", "3 power . .", "4000000000 dup * 10 *", "loop 1", "9223372036854775807 1 + .",
            "5 fact . 12 fact .", "9 count .", "2 1 - 0 3 return-if-zero .", "1 2 3 rot . . .", "1 2 over . swap . .", "loop loop 0 leave-if-zero end 0 leave-if-zero end 3 .",
        };
        for (String program : programs) {
            System.out.println(program + " => " + machine.run(program));
            //= 2 3 + . => 5 ok (0, 0)
            //= 7 square . 3 cube . => 49 27 ok (0, 0)
            //= 10 sum . => 0 55 ok (0, 110)
            //= 1 0 / => failure: in '/' <- ArithmeticException / by zero (0, 110)
            //= 5 worse => failure: worse: bad: in '/' <- Failure bad: in '/' <- Failure in '/' <- ArithmeticException / by zero (1, 110)
            //= + => failure: in '+' <- ArrayIndexOutOfBoundsException Index -1 out of bounds for length 16 (-1, 110)
            //= 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 => failure: in '17' <- ArrayIndexOutOfBoundsException Index 16 out of bounds for length 16 (17, 110)
            //= 0 forever => overflow at 41 (1, 110)
            //= nonsense => failure: unknown word nonsense (0, 110)
            //= 5 return => signal: return outside of a word (0, 110)
            //= 1 leave-if-zero 0 leave-if-zero => signal: leave outside of a loop (0, 110)
            //= 3 power . . => 9 0 9 ok (0, 211)
            //= 4000000000 dup * 10 * => failure: in '*' <- ArithmeticException long overflow (0, 211)
            //= loop 1 => failure: loop without end (0, 211)
            //= 9223372036854775807 1 + . => -9223372036854775808 ok (0, 211)
            //= 5 fact . 12 fact . => 0 120 0 479001600 ok (0, 428)
            //= 9 count . => 0 ok (10, 428)
            //= 2 1 - 0 3 return-if-zero . => 0 ok (1, 428)
            //= 1 2 3 rot . . . => 1 3 2 ok (0, 428)
            //= 1 2 over . swap . . => 1 1 2 ok (0, 428)
            //= loop loop 0 leave-if-zero end 0 leave-if-zero end 3 . => 3 ok (0, 630)
        }
    }
}
