/* SHA-256's compression, block after block; the constants are counted, not the standard's. */
#include "kernel.h"

enum { ROUNDS = 64, BLOCKS = 3000 };

static uint32_t constants[ROUNDS], schedule[ROUNDS], state[8];
static uint8_t block[64];

static uint32_t rotate(uint32_t value, int distance)
{
    return value >> distance | value << (32 - distance);
}

static void compress(void)
{
    for (int i = 0; i < 16; i++)
        schedule[i] = (uint32_t)block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < ROUNDS; i++) {
        uint32_t early = schedule[i - 15], late = schedule[i - 2];
        schedule[i] = schedule[i - 16] + schedule[i - 7] + (rotate(early, 7) ^ rotate(early, 18) ^ early >> 3)
            + (rotate(late, 17) ^ rotate(late, 19) ^ late >> 10);
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + schedule[i];
        uint32_t second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
}

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    uint64_t sequence = 9;
    for (int i = 0; i < ROUNDS; i++)
        constants[i] = (uint32_t)next_number(&sequence);
}

int64_t run(void)
{
    for (uint32_t i = 0; i < 8; i++)
        state[i] = i * 0x1234567;
    for (int i = 0; i < BLOCKS; i++) {
        for (int j = 0; j < 64; j++)
            block[j] = (uint8_t)(i * j);
        compress();
    }
    uint64_t sum = 0;
    for (int i = 0; i < 8; i++)
        sum = sum * 31 + (uint64_t)(int64_t)(int32_t)state[i];
    return (int64_t)sum;
}
