/** Constants with bodies of their own, and abstract methods. */
package small.enums;

public final class EnumBodies {
    enum Operation {
        PLUS("+") {
            int apply(int a, int b) {
                return a + b;
            }
        },
        MINUS("-") {
            int apply(int a, int b) {
                return a - b;
            }
        },
        TIMES("*") {
            int apply(int a, int b) {
                return a * b;
            }

            boolean bindsTightly() {
                return true;
            }
        };

        final String sign;

        Operation(String sign) {
            this.sign = sign;
        }

        abstract int apply(int a, int b);

        boolean bindsTightly() {
            return false;
        }
    }

    public static void main(String[] arguments) {
        for (Operation o : Operation.values()) {
            System.out.println("7 " + o.sign + " 3 = " + o.apply(7, 3) + " " + o.bindsTightly() + " " + o.getDeclaringClass().getSimpleName());
            //= 7 + 3 = 10 false Operation
            //= 7 - 3 = 4 false Operation
            //= 7 * 3 = 21 true Operation
        }
    }
}
