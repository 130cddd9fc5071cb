/** A product of matrices: loads from arrays of arrays in three loops. */
package small.arrays;

public final class MatrixProduct {
    static long[][] multiply(long[][] a, long[][] b) {
        long[][] c = new long[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    public static void main(String[] arguments) {
        long[][] m = {{1, 1}, {1, 0}};
        long[][] power = {{1, 0}, {0, 1}};
        for (int i = 0; i < 40; i++) {
            power = multiply(power, m);
        }
        System.out.println(power[0][0] + " " + power[0][1] + " " + power[1][1]); //= 165580141 102334155 63245986
    }
}
