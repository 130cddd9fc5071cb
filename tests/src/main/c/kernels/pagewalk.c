/* Walks of a four-level page table. */
#include <stdlib.h>
#include "kernel.h"

enum { LEVELS = 4, ENTRIES = 512, INDEX_BITS = 9, PAGE_BITS = 12, PRESENT = 1, MAPPINGS = 20000, WALKS = 200000, TABLES = 8300 };

static uint64_t *memory;
static int tables = 1;

static uint64_t address_of(int number)
{
    return ((uint64_t)number * 0x9E3779B97F4AULL & 0x3fffff) << PAGE_BITS;
}

static int index_at(uint64_t address, int level)
{
    return (int)(address >> (PAGE_BITS + INDEX_BITS * level)) & (ENTRIES - 1);
}

static void map(uint64_t address, int frame)
{
    int table = 0;
    for (int level = LEVELS - 1; level > 0; level--) {
        int slot = table * ENTRIES + index_at(address, level);
        if ((memory[slot] & PRESENT) == 0)
            memory[slot] = (uint64_t)tables++ << PAGE_BITS | PRESENT;
        table = (int)(memory[slot] >> PAGE_BITS);
    }
    memory[table * ENTRIES + index_at(address, 0)] = (uint64_t)frame << PAGE_BITS | PRESENT;
}

static int64_t translate(uint64_t address)
{
    int table = 0;
    for (int level = LEVELS - 1; level >= 0; level--) {
        uint64_t entry = memory[table * ENTRIES + index_at(address, level)];
        if ((entry & PRESENT) == 0)
            return -1;
        table = (int)(entry >> PAGE_BITS);
    }
    return table;
}

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    memory = calloc((size_t)TABLES * ENTRIES, sizeof *memory);
    for (int i = 0; i < MAPPINGS; i++)
        map(address_of(i), i);
}

int64_t run(void)
{
    uint64_t sum = 0;
    for (int i = 0; i < WALKS; i++)
        sum = sum * 31 + (uint64_t)translate(address_of(i * 7 % (2 * MAPPINGS)));
    return (int64_t)sum;
}
