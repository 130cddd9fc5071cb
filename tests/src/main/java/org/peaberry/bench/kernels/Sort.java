/** Quicksort with insertion sort of short ranges. */
package org.peaberry.bench.kernels;

final class Sort implements Kernel {
    private static final int SIZE = 60_000;
    private static final int SHORT = 12;

    private final int[] numbers = new int[SIZE];

    private static void sort(int[] a, int from, int to) {
        int low = from;
        int high = to;
        while (high - low > SHORT) {
            int middle = partition(a, low, high);
            if (middle - low < high - middle) {
                sort(a, low, middle);
                low = middle;
            } else {
                sort(a, middle, high);
                high = middle;
            }
        }
        insertionSort(a, low, high);
    }

    /** First index of the right part. */
    private static int partition(int[] a, int from, int to) {
        int pivot = a[from + (to - from) / 2];
        int i = from;
        int j = to - 1;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                int swapped = a[i];
                a[i++] = a[j];
                a[j--] = swapped;
            }
        }
        return i;
    }

    private static void insertionSort(int[] a, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int value = a[i];
            int j = i - 1;
            while (j >= from && a[j] > value) {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = value;
        }
    }

    @Override
    public long run() {
        Sequence sequence = new Sequence(3);
        for (int i = 0; i < SIZE; i++) {
            numbers[i] = sequence.next();
        }
        sort(numbers, 0, SIZE);
        long sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum = sum * 31 + numbers[i];
        }
        return sum;
    }
}
