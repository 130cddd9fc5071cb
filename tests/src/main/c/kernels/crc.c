/* A table-driven CRC-32, byte by byte. */
#include "kernel.h"

enum { SIZE = 1 << 19 };

static uint32_t table[256];
static uint8_t data[SIZE];

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t remainder = i;
        for (int bit = 0; bit < 8; bit++)
            remainder = remainder >> 1 ^ ((remainder & 1) == 0 ? 0 : 0xEDB88320u);
        table[i] = remainder;
    }
    uint64_t state = 5;
    for (int i = 0; i < SIZE; i++)
        data[i] = (uint8_t)next_number(&state);
}

int64_t run(void)
{
    uint32_t remainder = 0xffffffffu;
    for (int i = 0; i < SIZE; i++)
        remainder = remainder >> 8 ^ table[(remainder ^ data[i]) & 0xff];
    return (int32_t)~remainder;
}
