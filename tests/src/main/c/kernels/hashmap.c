/* A chained hash map of numbers: insertions, look-ups, removals. */
#include <stdlib.h>
#include "kernel.h"

enum { BUCKETS = 1 << 12, STEPS = 200000, KEYS = 20000, HASH_SHIFT = 52 };

struct entry {
    int64_t key, value;
    struct entry *next;
};

static struct entry *buckets[BUCKETS];
static struct entry *spare[KEYS];
static int spares;

static int bucket(int64_t key)
{
    return (int)((uint64_t)key * 0x9E3779B97F4A7C15ULL >> HASH_SHIFT);
}

static struct entry *find(int64_t key)
{
    struct entry *entry = buckets[bucket(key)];
    while (entry != NULL && entry->key != key)
        entry = entry->next;
    return entry;
}

static void put(int64_t key, int64_t value)
{
    struct entry *entry = find(key);
    if (entry == NULL) {
        entry = spare[--spares];
        entry->key = key;
        entry->next = buckets[bucket(key)];
        buckets[bucket(key)] = entry;
    }
    entry->value = value;
}

static void take_out(int64_t key)
{
    struct entry *before = NULL, *entry = buckets[bucket(key)];
    while (entry != NULL && entry->key != key) {
        before = entry;
        entry = entry->next;
    }
    if (entry == NULL)
        return;
    if (before == NULL)
        buckets[bucket(key)] = entry->next;
    else
        before->next = entry->next;
    spare[spares++] = entry;
}

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    for (int i = 0; i < KEYS; i++)
        spare[spares++] = calloc(1, sizeof(struct entry));
}

int64_t run(void)
{
    uint64_t state = 11, sum = 0;
    for (int i = 0; i < STEPS; i++) {
        int64_t key = next_number(&state) % KEYS;
        switch (i & 3) {
        case 0:
        case 1:
            put(key, i);
            break;
        case 2: {
            struct entry *entry = find(key);
            sum = sum * 31 + (uint64_t)(entry == NULL ? 0 : entry->value);
            break;
        }
        default:
            take_out(key);
        }
    }
    for (int64_t key = 0; key < KEYS; key++)
        take_out(key);
    return (int64_t)sum;
}
