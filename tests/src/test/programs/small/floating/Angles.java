/** Functions of angles and logarithms, small, large and without a value. */
package small.floating;

public final class Angles {
    private static final double[] VALUES = {0, 0.5, 1, 2, 3, 4, 5, 6, 7, 100, 1e5, 1e22, 1e300, 1e-5, -0.7, -2.5, -1e9};

    private static long rounded(double value) {
        return Math.round(value * 1e14);
    }

    public static void main(String[] arguments) {
        for (double value : VALUES) {
            System.out.println(rounded(Math.sin(value)) + " " + rounded(Math.cos(value)) + " " + rounded(Math.tan(value)) + " " + rounded(Math.log10(value)));
        }
        for (double value : new double[] {0.3, -0.9, 1, 1e-9, 17, -800}) {
            System.out.println(rounded(Math.asin(value)) + " " + rounded(Math.acos(value)) + " " + rounded(Math.atan(value)) + " " + rounded(Math.atan2(value, -2)));
            System.out.println(rounded(Math.sinh(value)) + " " + rounded(Math.cosh(value)) + " " + rounded(Math.tanh(value)));
            System.out.println(rounded(Math.expm1(value)) + " " + rounded(Math.log1p(value)) + " " + Math.IEEEremainder(value, 0.7));
        }
        System.out.println(Math.sin(Double.NaN) + " " + Math.cos(Double.POSITIVE_INFINITY) + " " + Math.sin(-0.0) + " " + Math.tan(-0.0));
        System.out.println(Math.log10(1000) + " " + Math.log10(1e-7) + " " + Math.log10(0) + " " + Math.log10(-1));
    }
}
