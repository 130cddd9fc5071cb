/* A scheduler's queue: takes the vCPU that is first, lets it run, puts it back. */
#include <stdbool.h>
#include <stdlib.h>
#include "kernel.h"

enum { VCPUS = 60, TURNS = 60000 };

struct vcpu {
    int number;
    int64_t deadline, ran;
};

static struct vcpu *heap[VCPUS + 1], *all[VCPUS];
static int count;

static bool is_before(const struct vcpu *a, const struct vcpu *b)
{
    return a->deadline < b->deadline || (a->deadline == b->deadline && a->number < b->number);
}

static void insert(struct vcpu *vcpu)
{
    int at = ++count;
    while (at > 1 && is_before(vcpu, heap[at / 2])) {
        heap[at] = heap[at / 2];
        at /= 2;
    }
    heap[at] = vcpu;
}

static struct vcpu *remove_first(void)
{
    struct vcpu *first = heap[1], *last = heap[count--];
    int at = 1;
    while (2 * at <= count) {
        int child = 2 * at;
        if (child < count && is_before(heap[child + 1], heap[child]))
            child++;
        if (!is_before(heap[child], last))
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = last;
    return first;
}

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    for (int i = 0; i < VCPUS; i++) {
        all[i] = calloc(1, sizeof *all[i]);
        all[i]->number = i;
    }
}

int64_t run(void)
{
    uint64_t state = 31, sum = 0;
    count = 0;
    for (int i = 0; i < VCPUS; i++) {
        all[i]->deadline = next_number(&state) & 0xff;
        all[i]->ran = 0;
        insert(all[i]);
    }
    for (int i = 0; i < TURNS; i++) {
        struct vcpu *vcpu = remove_first();
        int slice = 1 + (next_number(&state) & 0x3f);
        vcpu->ran += slice;
        vcpu->deadline += (int64_t)slice * (1 + vcpu->number % 4);
        sum = sum * 31 + (uint64_t)vcpu->number;
        insert(vcpu);
    }
    for (int i = 0; i < VCPUS; i++)
        sum = sum * 31 + (uint64_t)all[i]->ran;
    return (int64_t)sum;
}
