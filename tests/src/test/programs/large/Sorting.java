/** Quicksort, merge sort, heap sort and radix sort over the same pseudo-random numbers, checked against each other. */
package large;

public final class Sorting {
    private static final int SIZE = 5000;

    /** Linear congruential generator, after Knuth's MMIX. */
    static final class Random {
        private long state;

        Random(long seed) {
            state = seed;
        }

        int next(int bound) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            return (int) ((state >>> 33) % bound);
        }
    }

    interface Sorter {
        void sort(int[] values);
    }

    static final class Quicksort implements Sorter {
        private static final int SMALL = 12;

        @Override
        public void sort(int[] values) {
            sort(values, 0, values.length - 1);
        }

        private void sort(int[] a, int low, int high) {
            while (high - low > SMALL) {
                int p = partition(a, low, high);
                if (p - low < high - p) {
                    sort(a, low, p);
                    low = p + 1;
                } else {
                    sort(a, p + 1, high);
                    high = p;
                }
            }
            insertion(a, low, high);
        }

        private static int partition(int[] a, int low, int high) {
            int pivot = median(a[low], a[low + high >>> 1], a[high]);
            int i = low - 1;
            int j = high + 1;
            while (true) {
                do {
                    i++;
                } while (a[i] < pivot);
                do {
                    j--;
                } while (a[j] > pivot);
                if (i >= j) {
                    return j;
                }
                int t = a[i];
                a[i] = a[j];
                a[j] = t;
            }
        }

        private static int median(int a, int b, int c) {
            return a < b ? b < c ? b : a < c ? c : a : a < c ? a : b < c ? c : b;
        }

        private static void insertion(int[] a, int low, int high) {
            for (int i = low + 1; i <= high; i++) {
                int value = a[i];
                int j = i - 1;
                while (j >= low && a[j] > value) {
                    a[j + 1] = a[j--];
                }
                a[j + 1] = value;
            }
        }
    }

    static final class MergeSort implements Sorter {
        @Override
        public void sort(int[] values) {
            int[] from = values;
            int[] to = new int[values.length];
            for (int width = 1; width < values.length; width *= 2) {
                for (int start = 0; start < values.length; start += 2 * width) {
                    merge(from, to, start, Math.min(start + width, values.length), Math.min(start + 2 * width, values.length));
                }
                int[] t = from;
                from = to;
                to = t;
            }
            if (from != values) {
                System.arraycopy(from, 0, values, 0, values.length);
            }
        }

        private static void merge(int[] from, int[] to, int start, int middle, int end) {
            int left = start;
            int right = middle;
            for (int k = start; k < end; k++) {
                if (left < middle && (right >= end || from[left] <= from[right])) {
                    to[k] = from[left++];
                } else {
                    to[k] = from[right++];
                }
            }
        }
    }

    static final class HeapSort implements Sorter {
        @Override
        public void sort(int[] a) {
            for (int i = a.length / 2 - 1; i >= 0; i--) {
                sink(a, i, a.length);
            }
            for (int end = a.length - 1; end > 0; end--) {
                int t = a[0];
                a[0] = a[end];
                a[end] = t;
                sink(a, 0, end);
            }
        }

        private static void sink(int[] a, int start, int end) {
            int value = a[start];
            int i = start;
            while (2 * i + 1 < end) {
                int child = 2 * i + 1;
                if (child + 1 < end && a[child + 1] > a[child]) {
                    child++;
                }
                if (a[child] <= value) {
                    break;
                }
                a[i] = a[child];
                i = child;
            }
            a[i] = value;
        }
    }

    static final class RadixSort implements Sorter {
        @Override
        public void sort(int[] values) {
            int[] from = values.clone();
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                int[] counts = new int[257];
                for (int v : from) {
                    counts[digit(v, shift) + 1]++;
                }
                for (int i = 0; i < 256; i++) {
                    counts[i + 1] += counts[i];
                }
                int[] to = new int[from.length];
                for (int v : from) {
                    to[counts[digit(v, shift)]++] = v;
                }
                from = to;
            }
            System.arraycopy(from, 0, values, 0, values.length);
        }

        private static int digit(int value, int shift) {
            return (value ^ Integer.MIN_VALUE) >>> shift & 0xff;
        }
    }

    private static int[] input(int kind) {
        int[] values = new int[SIZE];
        Random random = new Random(kind);
        for (int i = 0; i < SIZE; i++) {
            switch (kind) {
                case 0 -> values[i] = i;
                case 1 -> values[i] = -i;
                case 2 -> values[i] = random.next(10);
                case 3 -> values[i] = random.next(1 << 30) - (1 << 29);
                default -> values[i] = i % 2 == 0 ? i : SIZE - i;
            }
        }
        return values;
    }

    private static long checksum(int[] values) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (i > 0 && values[i - 1] > values[i]) {
                return -1;
            }
            sum = sum * 31 + values[i];
        }
        return sum;
    }

    public static void main(String[] arguments) {
        Sorter[] sorters = {new Quicksort(), new MergeSort(), new HeapSort(), new RadixSort()};
        for (int kind = 0; kind < 5; kind++) {
            for (Sorter sorter : sorters) {
                int[] values = input(kind);
                sorter.sort(values);
                System.out.println(kind + " " + sorter.getClass().getSimpleName() + " " + values[0] + " " + values[SIZE - 1] + " " + checksum(values));
                //= 0 Quicksort 0 4999 -1663044977663106620
                //= 0 MergeSort 0 4999 -1663044977663106620
                //= 0 HeapSort 0 4999 -1663044977663106620
                //= 0 RadixSort 0 4999 -1663044977663106620
                //= 1 Quicksort -4999 0 5212378605273851460
                //= 1 MergeSort -4999 0 5212378605273851460
                //= 1 HeapSort -4999 0 5212378605273851460
                //= 1 RadixSort -4999 0 5212378605273851460
                //= 2 Quicksort 0 9 -8001779075868434268
                //= 2 MergeSort 0 9 -8001779075868434268
                //= 2 HeapSort 0 9 -8001779075868434268
                //= 2 RadixSort 0 9 -8001779075868434268
                //= 3 Quicksort -536472502 536784819 7222863363374972581
                //= 3 MergeSort -536472502 536784819 7222863363374972581
                //= 3 HeapSort -536472502 536784819 7222863363374972581
                //= 3 RadixSort -536472502 536784819 7222863363374972581
                //= 4 Quicksort 0 4999 -1663044977663106620
                //= 4 MergeSort 0 4999 -1663044977663106620
                //= 4 HeapSort 0 4999 -1663044977663106620
                //= 4 RadixSort 0 4999 -1663044977663106620
            }
        }
    }
}
