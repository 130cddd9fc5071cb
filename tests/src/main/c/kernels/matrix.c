/* Multiplies square matrices of integers. */
#include "kernel.h"

enum { SIZE = 120 };

static int32_t left[SIZE][SIZE], right[SIZE][SIZE], product[SIZE][SIZE];

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
            left[i][j] = i * 3 + j;
            right[i][j] = i - j * 5;
        }
    }
}

int64_t run(void)
{
    for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
            int32_t sum = 0;
            for (int k = 0; k < SIZE; k++)
                sum += left[i][k] * right[k][j];
            product[i][j] = sum;
        }
    }
    uint64_t sum = 0;
    for (int i = 0; i < SIZE; i++)
        sum = sum * 31 + (uint64_t)(int64_t)product[i][SIZE - 1 - i];
    return (int64_t)sum;
}
