/** Unsigned big numbers of our own: sums, products, quotients, powers, factorials, Fibonacci numbers and pi. */
package large;

public final class BigNumbers {
    /** Little-endian digits to the base 10^9. */
    static final class Big implements Comparable<Big> {
        private static final int BASE = 1_000_000_000;
        private static final int DIGITS = 9;
        static final Big ZERO = new Big(new int[0]);
        static final Big ONE = of(1);

        private final int[] digits;

        private Big(int[] digits) {
            int length = digits.length;
            while (length > 0 && digits[length - 1] == 0) {
                length--;
            }
            this.digits = length == digits.length ? digits : java.util.Arrays.copyOf(digits, length);
        }

        static Big of(long value) {
            return new Big(new int[] {(int) (value % BASE), (int) (value / BASE % BASE), (int) (value / BASE / BASE)});
        }

        static Big parse(String text) {
            int[] digits = new int[(text.length() + DIGITS - 1) / DIGITS];
            for (int i = 0, end = text.length(); end > 0; i++, end -= DIGITS) {
                digits[i] = Integer.parseInt(text.substring(Math.max(0, end - DIGITS), end));
            }
            return new Big(digits);
        }

        private int digit(int i) {
            return i < digits.length ? digits[i] : 0;
        }

        Big plus(Big other) {
            int[] sum = new int[Math.max(digits.length, other.digits.length) + 1];
            int carry = 0;
            for (int i = 0; i < sum.length; i++) {
                int s = digit(i) + other.digit(i) + carry;
                carry = s >= BASE ? 1 : 0;
                sum[i] = s - carry * BASE;
            }
            return new Big(sum);
        }

        Big minus(Big other) {
            if (compareTo(other) < 0) {
                throw new ArithmeticException("negative difference");
            }
            int[] difference = new int[digits.length];
            int borrow = 0;
            for (int i = 0; i < digits.length; i++) {
                int d = digits[i] - other.digit(i) - borrow;
                borrow = d < 0 ? 1 : 0;
                difference[i] = d + borrow * BASE;
            }
            return new Big(difference);
        }

        Big times(Big other) {
            int[] product = new int[digits.length + other.digits.length];
            for (int i = 0; i < digits.length; i++) {
                long carry = 0;
                for (int j = 0; j < other.digits.length || carry != 0; j++) {
                    long t = product[i + j] + (long) digits[i] * other.digit(j) + carry;
                    product[i + j] = (int) (t % BASE);
                    carry = t / BASE;
                }
            }
            return new Big(product);
        }

        Big times(int factor) {
            int[] product = new int[digits.length + 1];
            long carry = 0;
            for (int i = 0; i < product.length; i++) {
                long t = (long) digit(i) * factor + carry;
                product[i] = (int) (t % BASE);
                carry = t / BASE;
            }
            return new Big(product);
        }

        Big dividedBy(int divisor) {
            int[] quotient = new int[digits.length];
            long rest = 0;
            for (int i = digits.length - 1; i >= 0; i--) {
                long t = rest * BASE + digits[i];
                quotient[i] = (int) (t / divisor);
                rest = t % divisor;
            }
            return new Big(quotient);
        }

        int modulo(int divisor) {
            long rest = 0;
            for (int i = digits.length - 1; i >= 0; i--) {
                rest = (rest * BASE + digits[i]) % divisor;
            }
            return (int) rest;
        }

        Big power(int exponent) {
            Big result = ONE;
            Big square = this;
            for (int e = exponent; e > 0; e >>= 1) {
                if ((e & 1) != 0) {
                    result = result.times(square);
                }
                square = square.times(square);
            }
            return result;
        }

        @Override
        public int compareTo(Big other) {
            if (digits.length != other.digits.length) {
                return Integer.compare(digits.length, other.digits.length);
            }
            for (int i = digits.length - 1; i >= 0; i--) {
                if (digits[i] != other.digits[i]) {
                    return Integer.compare(digits[i], other.digits[i]);
                }
            }
            return 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Big big && compareTo(big) == 0;
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(digits);
        }

        @Override
        public String toString() {
            if (digits.length == 0) {
                return "0";
            }
            StringBuilder text = new StringBuilder().append(digits[digits.length - 1]);
            for (int i = digits.length - 2; i >= 0; i--) {
                String part = Integer.toString(digits[i]);
                text.append("000000000", part.length(), DIGITS).append(part);
            }
            return text.toString();
        }
    }

    private static Big factorial(int n) {
        Big product = Big.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.times(i);
        }
        return product;
    }

    private static Big fibonacci(int n) {
        Big a = Big.ZERO;
        Big b = Big.ONE;
        for (int i = 0; i < n; i++) {
            Big t = a.plus(b);
            a = b;
            b = t;
        }
        return a;
    }

    /** Arctangent of 1/x, scaled. */
    private static Big arctangent(int x, Big scale) {
        Big term = scale.dividedBy(x);
        Big positive = term;
        Big negative = Big.ZERO;
        for (int n = 3; term.compareTo(Big.ZERO) > 0; n += 2) {
            term = term.dividedBy(x * x);
            if (n % 4 == 3) {
                negative = negative.plus(term.dividedBy(n));
            } else {
                positive = positive.plus(term.dividedBy(n));
            }
        }
        return positive.minus(negative);
    }

    public static void main(String[] arguments) {
        System.out.println(factorial(100));
        //= 93326215443944152681699238856266700490715968264381621468592963895217599993229915608941463976156518286253697920827223758251185210916864000000000000000000000000
        System.out.println(fibonacci(500));
        //= 139423224561697880139724382870407283950070256587697307264108962948325571622863290691557658876222521294125
        System.out.println(Big.of(2).power(521).minus(Big.ONE));
        //= 6864797660130609714981900799081393217269435300143305409394463459185543183397656052122559640661454554977296311391480858037121987999716643812574028291115057151
        System.out.println(Big.of(7).power(300).modulo(1_000_003) + " " + Big.parse("123456789012345678901234567890").dividedBy(97));
        //= 508514 1272750402189130710322005854
        Big scale = Big.of(10).power(110);
        Big pi = arctangent(5, scale).times(16).minus(arctangent(239, scale).times(4));
        System.out.println(pi.dividedBy(1_000_000_000).dividedBy(10));
        //= 31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679
        Big a = Big.parse("99999999999999999999");
        System.out.println(a.plus(Big.ONE) + " " + a.minus(a) + " " + a.times(a) + " " + a.equals(Big.parse("099999999999999999999")) + " " + a.hashCode());
        //= 100000000000000000000 0 9999999999999999999800000000000000000001 true -137416478
        try {
            Big.ONE.minus(a);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage()); //= negative difference
        }
    }
}
