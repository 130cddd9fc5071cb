/** Text of floating-point numbers, and numbers from text. */
package small.floating;

public final class Texts {
    private static final double[] VALUES = {1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 1e7, 9999999, 1e-3, 1e-4,
        0.1, 100, 123456789.125, 2e23, 1.0 / 3, 1e-310};
    private static final String[] TEXTS = {"1.5", "-0.0", "1e400", "4.9e-324", "123456789012345678901234567890", "0x1.8p3", "NaN", "1e-5", "3.14f", "  7 "};

    public static void main(String[] arguments) {
        for (double value : VALUES) {
            System.out.println(value + " " + (float) value);
        }
        for (String text : TEXTS) {
            System.out.println(Double.parseDouble(text) + " " + Float.parseFloat(text));
        }
        try {
            Double.parseDouble("x");
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
        long seed = 12345;
        for (int i = 0; i < 100; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            System.out.println(Double.longBitsToDouble(seed) + " " + Float.intBitsToFloat((int) (seed >>> 32)) + " " + (seed >> 20) / 1000.0);
        }
    }
}
