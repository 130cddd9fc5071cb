/* Writes to 4,096 fresh pages: what does a page fault in the guest cost? */
#include <stdio.h>
#include <sys/mman.h>

#include "mark.h"

enum { PAGES = 4096, PAGE_SIZE = 4096 };

int main(void) {
    char *memory = mmap(NULL, (size_t)PAGES * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        perror("touch-pages: mmap");
        return 1;
    }
    madvise(memory, (size_t)PAGES * PAGE_SIZE, MADV_NOHUGEPAGE);
    MARK(MARK_TOUCH_BEGIN);
    for (int i = 0; i < PAGES; i++) {
        memory[(size_t)i * PAGE_SIZE] = 1;
    }
    MARK(MARK_TOUCH_END);
    return 0;
}
