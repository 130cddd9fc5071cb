/** Multiplies square matrices of integers. */
package org.peaberry.bench.kernels;

final class Matrix implements Kernel {
    private static final int SIZE = 120;

    private final int[][] left = new int[SIZE][SIZE];
    private final int[][] right = new int[SIZE][SIZE];
    private final int[][] product = new int[SIZE][SIZE];

    Matrix() {
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                left[i][j] = i * 3 + j;
                right[i][j] = i - j * 5;
            }
        }
    }

    private void multiply() {
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                int sum = 0;
                for (int k = 0; k < SIZE; k++) {
                    sum += left[i][k] * right[k][j];
                }
                product[i][j] = sum;
            }
        }
    }

    @Override
    public long run() {
        multiply();
        long sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum = sum * 31 + product[i][SIZE - 1 - i];
        }
        return sum;
    }
}
