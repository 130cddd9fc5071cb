/* What a kernel's twin in C has: the same work with the same result as its class in org.peaberry.bench.kernels. */
#include <stdint.h>
#include <stddef.h>

/* Once, before the first run. The file is what the XZ kernel unpacks. */
void setup(const uint8_t *file, size_t size);

int64_t run(void);

/* A linear congruential sequence: org.peaberry.bench.kernels.Sequence. */
static inline int32_t next_number(uint64_t *state)
{
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int32_t)(*state >> 33);
}
