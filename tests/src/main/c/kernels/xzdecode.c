/* Unpacks an XZ file by liblzma. */
#include <lzma.h>
#include <stdio.h>
#include <stdlib.h>
#include "kernel.h"

enum { SIZE = 1 << 19 };

static const uint8_t *packed;
static size_t packed_size;
static int8_t unpacked[SIZE];

void setup(const uint8_t *file, size_t size)
{
    packed = file;
    packed_size = size;
}

int64_t run(void)
{
    uint64_t limit = UINT64_MAX;
    size_t in = 0, out = 0;
    if (lzma_stream_buffer_decode(&limit, 0, NULL, packed, &in, packed_size, (uint8_t *)unpacked, &out, SIZE) != LZMA_OK) {
        fprintf(stderr, "the file is damaged\n");
        exit(1);
    }
    uint64_t sum = out;
    for (size_t i = 0; i < out; i += 64)
        sum = sum * 31 + (uint64_t)(int64_t)unpacked[i];
    return (int64_t)sum;
}
