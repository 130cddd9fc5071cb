/* Calls through pointers to five functions. */
#include <stdlib.h>
#include "kernel.h"

enum { OBJECTS = 1000, ROUNDS = 500 };

struct operation {
    const struct operations *functions;
    uint64_t operand;
};

struct operations {
    uint64_t (*apply)(const struct operation *self, uint64_t value);
};

static uint64_t add(const struct operation *self, uint64_t value)
{
    return value + self->operand;
}

static uint64_t flip(const struct operation *self, uint64_t value)
{
    return value ^ self->operand;
}

static uint64_t rotate(const struct operation *self, uint64_t value)
{
    return value << (self->operand & 63) | value >> (-self->operand & 63);
}

static uint64_t scale(const struct operation *self, uint64_t value)
{
    return value * self->operand;
}

static uint64_t negate(const struct operation *self, uint64_t value)
{
    (void)self;
    return -value;
}

static const struct operations add_functions = {add}, flip_functions = {flip}, rotate_functions = {rotate}, scale_functions = {scale},
    negate_functions = {negate};
static struct operation *objects[OBJECTS];

static void make(int i, const struct operations *functions, int operand)
{
    objects[i] = malloc(sizeof *objects[i]);
    objects[i]->functions = functions;
    objects[i]->operand = (uint64_t)operand;
}

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    uint64_t state = 23;
    for (int i = 0; i < OBJECTS; i++) {
        int random = next_number(&state);
        switch (random % 5) {
        case 0:
            make(i, &add_functions, random);
            break;
        case 1:
            make(i, &flip_functions, random);
            break;
        case 2:
            make(i, &rotate_functions, random & 63);
            break;
        case 3:
            make(i, &scale_functions, random | 1);
            break;
        default:
            make(i, &negate_functions, 0);
        }
    }
}

int64_t run(void)
{
    uint64_t value = 1;
    for (int i = 0; i < ROUNDS; i++)
        for (int j = 0; j < OBJECTS; j++)
            value = objects[j]->functions->apply(objects[j], value);
    return (int64_t)value;
}
