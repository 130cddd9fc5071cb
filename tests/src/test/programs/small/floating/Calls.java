/** Floating-point arguments and results: more than there are registers, mixed with others, through interfaces, exceptions and boxes. */
package small.floating;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

public final class Calls {
    private static double total = 0.5;
    private final float factor;
    private double[] history = new double[4];

    Calls(float factor) {
        this.factor = factor;
    }

    static double many(int a, double b, float c, long d, double e, double f, double g, double h, double i, double j, double k, float l, int m, int n,
            int o, int p, String q, float r) {
        return a + 2 * b + 3 * c + 5 * d + 7 * e + 11 * f + 13 * g + 17 * h + 19 * i + 23 * j + 29 * k + 31 * l + 37 * m + 41 * n + 43 * o + 47 * p
                + 53 * q.length() + 59 * r;
    }

    static double pressure(double x, int rounds) {
        double a = x;
        double b = x + 1;
        double c = x + 2;
        double d = x + 3;
        double e = x + 4;
        double f = x + 5;
        double g = x + 6;
        double h = x + 7;
        double i = x + 8;
        double j = x + 9;
        for (int n = 0; n < rounds; n++) {
            double k = a * b + c;
            double l = d * e - f;
            double m = g * h / i;
            a = b + 0.125;
            b = c - 0.25;
            c = d * 0.5;
            d = e + k / 1024;
            e = f - l / 1024;
            f = g + m / 1024;
            g = h * 0.75 + j;
            h = i * 0.5;
            i = j + 1;
            j = a - b;
            total += Math.floor(k);
        }
        return a + b + c + d + e + f + g + h + i + j;
    }

    private double guarded(int index, double value) {
        double kept = value * factor;
        try {
            kept += 1;
            history[index] = kept;
            kept = history[index + 1] + value;
        } catch (ArrayIndexOutOfBoundsException e) {
            return -kept;
        }
        return kept;
    }

    static double apply(DoubleBinaryOperator operator, double a, double b) {
        return operator.applyAsDouble(a, b);
    }

    public static void main(String[] arguments) {
        System.out.println(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, "seventeen", 18)); //= 5445.0
        System.out.println(pressure(1.5, 100) + " " + total); //= 1.174224826794294 -9692.5
        Calls calls = new Calls(1.5f);
        System.out.println(calls.guarded(1, 2) + " " + calls.guarded(3, 2) + " " + calls.guarded(9, 4)); //= 2.0 -4.0 -7.0
        double captured = 0.25;
        DoubleUnaryOperator scale = x -> x * captured + calls.factor;
        System.out.println(apply(Math::max, 1, scale.andThen(Math::sqrt).applyAsDouble(3))); //= 1.5
        Object boxed = 2.5;
        Double other = 1.5;
        System.out.println((Double) boxed + other + " " + boxed.equals(2.5) + " " + Float.valueOf(1.5f).hashCode()); //= 4.0 true 1069547520
        float[][] matrix = new float[3][3];
        for (int i = 0; i < 9; i++) {
            matrix[i / 3][i % 3] = i * 0.5f;
        }
        float trace = matrix[0][0] + matrix[1][1] + matrix[2][2];
        System.out.println(trace); //= 6.0
        double[] copy = calls.history.clone();
        System.out.println(copy[1] + " " + copy.length); //= 4.0 4
    }
}
