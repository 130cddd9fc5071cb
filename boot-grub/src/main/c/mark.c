/* Marks the moment at which dom0's first program runs. */
#include "mark.h"

int main(void) {
    MARK(MARK_INIT);
    return 0;
}
