/** Arrays of long keep 64 bits. */
package small.arrays;

public final class LongArrays {
    public static void main(String[] arguments) {
        long[] values = new long[3];
        values[0] = 1L << 62;
        values[1] = -values[0];
        values[2] = values[0] + values[0];
        for (long value : values) {
            System.out.println(value);
            //= 4611686018427387904
            //= -4611686018427387904
            //= -9223372036854775808
        }
        values[1] += 5;
        values[2]++;
        System.out.println(values[1] + " " + values[2]); //= -4611686018427387899 -9223372036854775807
    }
}
