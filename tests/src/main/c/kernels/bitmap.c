/* Finds, takes and gives back bits of a bitmap. */
#include <string.h>
#include "kernel.h"

enum { WORDS = 1024, STEPS = 100000, BITS = 64 };

static uint64_t free_bits[WORDS];
static int hint;

static int take(void)
{
    for (int i = 0; i < WORDS; i++) {
        int word = (hint + i) & (WORDS - 1);
        if (free_bits[word] != 0) {
            int bit = __builtin_ctzll(free_bits[word]);
            free_bits[word] &= free_bits[word] - 1;
            hint = word;
            return word * BITS + bit;
        }
    }
    return -1;
}

static void give_back(int number)
{
    free_bits[number / BITS] |= 1ULL << number % BITS;
}

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
}

int64_t run(void)
{
    memset(free_bits, 0xff, sizeof free_bits);
    hint = 0;
    uint64_t state = 7, sum = 0;
    for (int i = 0; i < STEPS; i++) {
        int random = next_number(&state);
        if ((random & 3) != 0)
            sum = sum * 31 + (uint64_t)(int64_t)take();
        else
            give_back(random >> 2 & (WORDS * BITS - 1));
    }
    int count = 0;
    for (int i = 0; i < WORDS; i++)
        count += __builtin_popcountll(free_bits[i]);
    return (int64_t)(sum + (uint64_t)count);
}
