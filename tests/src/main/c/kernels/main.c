/* Runs a kernel again and again and prints its result and its fastest run in nanoseconds. Arguments: file, untimed runs, timed runs. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "kernel.h"

static int64_t nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static uint8_t *read_file(const char *name, size_t *size)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
        perror(name);
        exit(1);
    }
    fseek(file, 0, SEEK_END);
    *size = ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(*size);
    if (bytes == NULL || fread(bytes, 1, *size, file) != *size) {
        perror(name);
        exit(1);
    }
    fclose(file);
    return bytes;
}

int main(int count, char **arguments)
{
    if (count != 4) {
        fprintf(stderr, "usage: %s FILE UNTIMED TIMED\n", arguments[0]);
        return 2;
    }
    size_t size;
    uint8_t *file = read_file(arguments[1], &size);
    setup(file, size);
    int64_t result = run();
    for (int i = 0; i < atoi(arguments[2]); i++)
        run();
    int64_t fastest = INT64_MAX;
    for (int i = 0; i < atoi(arguments[3]); i++) {
        int64_t start = nanoseconds();
        int64_t again = run();
        int64_t took = nanoseconds() - start;
        if (again != result) {
            fprintf(stderr, "another result\n");
            return 1;
        }
        if (took < fastest)
            fastest = took;
    }
    printf("%lld %lld\n", (long long)result, (long long)fastest);
    free(file);
    return 0;
}
