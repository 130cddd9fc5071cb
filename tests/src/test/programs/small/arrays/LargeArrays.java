/** Arrays of several megabytes. */
package small.arrays;

public final class LargeArrays {
    public static void main(String[] arguments) {
        int[] values = new int[1_000_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 7;
        }
        long sum = 0;
        for (int i = values.length - 1; i >= 0; i -= 3) {
            sum += values[i];
        }
        System.out.println(sum); //= 1166667833331
        byte[] bytes = new byte[3_000_001];
        bytes[3_000_000] = 5;
        System.out.println(bytes[2_999_999] + bytes[3_000_000]); //= 5
    }
}
