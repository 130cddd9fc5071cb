/** Exceptions through virtual and interface calls with arguments on the stack. */
package small.exceptions;

public final class VirtualThrow {
    interface Task {
        int run(int a, int b, int c, int d, int e, int f, int g, long h);
    }

    static final class Good implements Task {
        public int run(int a, int b, int c, int d, int e, int f, int g, long h) {
            return (int) (a + b + c + d + e + f + g + h);
        }
    }

    static final class Bad implements Task {
        public int run(int a, int b, int c, int d, int e, int f, int g, long h) {
            throw new IllegalStateException("bad " + g + " " + h);
        }
    }

    static int total(Task[] tasks) {
        int total = 0;
        for (int i = 0; i < tasks.length; i++) {
            try {
                total += tasks[i].run(i, 2, 3, 4, 5, 6, 7, 1L << i);
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
                //= bad 7 2
                //= bad 7 8
                total -= i;
            }
        }
        return total;
    }

    public static void main(String[] arguments) {
        System.out.println(total(new Task[] {new Good(), new Bad(), new Good(), new Bad()})); //= 57
    }
}
