/* Copies structures: field by field, and in arrays. */
#include <string.h>
#include <stdlib.h>
#include "kernel.h"

enum { COUNT = 2000, ROUNDS = 60, WORDS = 8 };

struct state {
    int64_t first, second, third, fourth;
    int32_t flags, mode;
};

static struct state *states[COUNT];
static int64_t blocks[COUNT * WORDS];

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    for (int i = 0; i < COUNT; i++)
        states[i] = calloc(1, sizeof *states[i]);
}

static void fill(void)
{
    for (int i = 0; i < COUNT; i++) {
        struct state *state = states[i];
        state->first = i;
        state->second = i * 3LL;
        state->third = i ^ 0x55;
        state->fourth = -i;
        state->flags = i & 7;
        state->mode = i % 3;
    }
    for (int i = 0; i < COUNT * WORDS; i++)
        blocks[i] = i * 7LL;
}

int64_t run(void)
{
    fill();
    for (int round = 1; round <= ROUNDS; round++) {
        for (int i = 0; i < COUNT; i++) {
            int from = (i * 13 + round) % COUNT;
            *states[i] = *states[from];
            if (from != i)
                memcpy(blocks + i * WORDS, blocks + from * WORDS, WORDS * sizeof *blocks);
        }
    }
    uint64_t sum = 0;
    for (int i = 0; i < COUNT; i++) {
        const struct state *state = states[i];
        sum = sum * 31 + (uint64_t)(state->first + state->second * 3 + state->third * 5 + state->fourth * 7 + state->flags * 11 + state->mode * 13
            + blocks[i * WORDS + i % WORDS]);
    }
    return (int64_t)sum;
}
