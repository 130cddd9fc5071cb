/* Primes by Eratosthenes's sieve. */
#include <stdbool.h>
#include "kernel.h"

enum { LIMIT = 500000 };

static bool composite[LIMIT];

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
}

int64_t run(void)
{
    for (int i = 0; i < LIMIT; i++)
        composite[i] = false;
    int primes = 0;
    for (int i = 2; i < LIMIT; i++) {
        if (!composite[i]) {
            primes++;
            for (int64_t j = (int64_t)i * i; j < LIMIT; j += i)
                composite[j] = true;
        }
    }
    return primes;
}
