/* Quicksort with insertion sort of short ranges. */
#include "kernel.h"

enum { SIZE = 60000, SHORT = 12 };

static int32_t numbers[SIZE];

static int partition(int32_t *a, int from, int to)
{
    int32_t pivot = a[from + (to - from) / 2];
    int i = from, j = to - 1;
    while (i <= j) {
        while (a[i] < pivot)
            i++;
        while (a[j] > pivot)
            j--;
        if (i <= j) {
            int32_t swapped = a[i];
            a[i++] = a[j];
            a[j--] = swapped;
        }
    }
    return i;
}

static void insertion_sort(int32_t *a, int from, int to)
{
    for (int i = from + 1; i < to; i++) {
        int32_t value = a[i];
        int j = i - 1;
        while (j >= from && a[j] > value) {
            a[j + 1] = a[j];
            j--;
        }
        a[j + 1] = value;
    }
}

static void sort(int32_t *a, int low, int high)
{
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
    insertion_sort(a, low, high);
}

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
}

int64_t run(void)
{
    uint64_t state = 3, sum = 0;
    for (int i = 0; i < SIZE; i++)
        numbers[i] = next_number(&state);
    sort(numbers, 0, SIZE);
    for (int i = 0; i < SIZE; i++)
        sum = sum * 31 + (uint64_t)numbers[i];
    return (int64_t)sum;
}
