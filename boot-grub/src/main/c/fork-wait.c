/* Twenty times fork and wait: what do page-table changes and context switches cost? */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mark.h"

enum { CHILDREN = 20 };

int main(void) {
    MARK(MARK_FORK_BEGIN);
    for (int i = 0; i < CHILDREN; i++) {
        pid_t child = fork();
        if (child == 0) {
            _exit(0);
        }
        if (child < 0 || waitpid(child, NULL, 0) != child) {
            perror("fork-wait");
            return 1;
        }
    }
    MARK(MARK_FORK_END);
    return 0;
}
