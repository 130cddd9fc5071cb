/** Compact and further constructors, methods and static methods of records. */
package small.records;

public final class RecordConstructors {
    record Fraction(int numerator, int denominator) implements Comparable<Fraction> {
        Fraction {
            if (denominator == 0) {
                throw new IllegalArgumentException("denominator is zero");
            }
            int g = gcd(Math.abs(numerator), Math.abs(denominator));
            numerator /= g;
            denominator /= g;
        }

        Fraction(int whole) {
            this(whole, 1);
        }

        static int gcd(int a, int b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        Fraction plus(Fraction other) {
            return new Fraction(numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
        }

        public int compareTo(Fraction other) {
            return Integer.compare(numerator * other.denominator, other.numerator * denominator);
        }
    }

    public static void main(String[] arguments) {
        Fraction sum = new Fraction(0);
        for (int i = 1; i <= 6; i++) {
            sum = sum.plus(new Fraction(1, i));
        }
        System.out.println(sum); //= Fraction[numerator=49, denominator=20]
        System.out.println(sum.compareTo(new Fraction(2))); //= 1
        try {
            System.out.println(new Fraction(1, 0));
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage()); //= denominator is zero
        }
    }
}
