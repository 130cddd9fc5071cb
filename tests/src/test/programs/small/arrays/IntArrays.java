/** Arrays of int: creation, initializers, reads, writes and length. */
package small.arrays;

public final class IntArrays {
    static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    public static void main(String[] arguments) {
        int[] zeros = new int[4];
        int[] values = {1, 2, 3, Integer.MAX_VALUE};
        System.out.println(zeros.length + " " + sum(zeros)); //= 4 0
        System.out.println(sum(values)); //= -2147483643
        values[3] = -6;
        zeros[2] = values[1];
        System.out.println(sum(values) + " " + sum(zeros)); //= 0 2
        System.out.println(new int[0].length); //= 0
    }
}
