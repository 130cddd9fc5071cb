/** Every operation on pairs of all kinds of float and double: one hash of the results' bits for each operation and left operand. */
package small.floating;

public final class Operations {
    private static final double[] VALUES = {1.5, -2.25, 0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE,
        Double.MAX_VALUE, 1e10, -1e19, 0.1, 3.0, 2147483648.0, -2147483649.0, 9.3e18, 1e-310, Double.MIN_NORMAL, 1e-40, 123456789.125};

    private long hash;

    private void add(double value) {
        hash = 31 * hash + (value != value ? 7 : Double.doubleToRawLongBits(value));
    }

    private void add(float value) {
        hash = 31 * hash + (value != value ? 7 : Float.floatToRawIntBits(value));
    }

    private void add(boolean value) {
        hash = 2 * hash + (value ? 1 : 0);
    }

    private String take() {
        String text = Long.toHexString(hash);
        hash = 0;
        return text + " ";
    }

    private void doubles(double x) {
        for (double y : VALUES) {
            add(x + y);
            add(x - y);
            add(x * y);
            add(x / y);
            add(x % y);
            add(Math.max(x, y));
            add(Math.min(x, y));
        }
        add(-x);
        add(Math.sqrt(x));
        add(Math.abs(x));
        add((float) x);
    }

    private void floats(float x) {
        for (double other : VALUES) {
            float y = (float) other;
            add(x + y);
            add(x - y);
            add(x * y);
            add(x / y);
            add(x % y);
        }
        add(-x);
        add((double) x);
    }

    private void comparisons(double x) {
        for (double y : VALUES) {
            add(x < y);
            add(x <= y);
            add(x > y);
            add(x >= y);
            add(x == y);
            add(x != y);
            add((float) x < (float) y);
            add((float) x >= (float) y);
            add((float) x == (float) y);
            boolean kept = !(x < y);
            add(kept);
            add(Double.compare(x, y));
        }
    }

    private void integers(double x) {
        hash = 31 * hash + (int) x;
        hash = 31 * hash + (long) x;
        hash = 31 * hash + (char) x;
        hash = 31 * hash + (byte) x;
        hash = 31 * hash + (int) (float) x;
        hash = 31 * hash + (long) (float) x;
        add((double) (long) x);
        add((float) (long) x);
        add((double) (int) x);
        add((float) (int) x);
    }

    public static void main(String[] arguments) {
        Operations operations = new Operations();
        for (double value : VALUES) {
            operations.doubles(value);
            String line = operations.take();
            operations.floats((float) value);
            line += operations.take();
            operations.comparisons(value);
            line += operations.take();
            operations.integers(value);
            System.out.println(line + operations.take());
        }
    }
}
