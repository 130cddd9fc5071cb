/* Requests of which one in eight fails three calls deep; C's way is an error code. */
#include "kernel.h"

enum { REQUESTS = 20000, LEAST = 1 << 28 };

static __attribute__((noinline)) int check(int argument, int *value)
{
    if (argument < LEAST)
        return argument & 0xff;
    *value = argument & 0xffff;
    return -1;
}

static int decode(int argument, int *counters, int *value)
{
    int error = check(argument, value);
    if (error >= 0)
        return error;
    counters[*value & 7]++;
    return -1;
}

static int serve(int argument, int *counters, int *value)
{
    int second, error = decode(argument, counters, value);
    if (error >= 0)
        return error;
    error = decode((int)(~(unsigned)argument >> 1) | LEAST, counters, &second);
    *value += second;
    return error;
}

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
}

int64_t run(void)
{
    uint64_t state = 29, sum = 0;
    int counters[8] = {0};
    for (int i = 0; i < REQUESTS; i++) {
        int value = 0, error = serve(next_number(&state), counters, &value);
        sum = error < 0 ? sum * 31 + (uint64_t)(int64_t)value : sum * 31 - (uint64_t)error;
    }
    return (int64_t)(sum + (uint64_t)counters[3]);
}
