/* 20,000 system calls that do nothing: what does the way into the kernel and back cost? */
#include <sys/syscall.h>
#include <unistd.h>

#include "mark.h"

enum { CALLS = 20000 };

int main(void) {
    syscall(SYS_getppid);
    MARK(MARK_GETPPID_BEGIN);
    for (int i = 0; i < CALLS; i++) {
        syscall(SYS_getppid);
    }
    MARK(MARK_GETPPID_END);
    return 0;
}
