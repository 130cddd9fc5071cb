/** java.util.Arrays: fill, copyOf, equals, hashCode. */
package small.arrays;

public final class ArraysMethods {
    public static void main(String[] arguments) {
        int[] a = new int[5];
        java.util.Arrays.fill(a, 7);
        int[] b = java.util.Arrays.copyOf(a, 7);
        System.out.println(b.length + " " + b[4] + " " + b[5]); //= 7 7 0
        System.out.println(java.util.Arrays.equals(a, b) + " " + java.util.Arrays.equals(a, java.util.Arrays.copyOf(b, 5))); //= false true
        System.out.println(java.util.Arrays.hashCode(new int[] {1, 2, 3})); //= 30817
        byte[] bytes = java.util.Arrays.copyOfRange(new byte[] {1, 2, 3, 4}, 1, 3);
        System.out.println(bytes.length + " " + bytes[0]); //= 2 2
    }
}
