/* A mark in the instruction stream: a no-operation that the counting plugin of the emulator recognises by its bytes. */
#ifndef MARK_H
#define MARK_H

/* nop dword [rax + 0x504542nn]: 0F 1F 80 nn 42 45 50. It costs one instruction and never leaves the guest. */
#define MARK(number) __asm__ volatile(".byte 0x0f, 0x1f, 0x80, %c0, 0x42, 0x45, 0x50" ::"i"(number) : "memory")

enum {
    MARK_INIT = 1,
    MARK_GETPPID_BEGIN = 2,
    MARK_GETPPID_END = 3,
    MARK_TOUCH_BEGIN = 4,
    MARK_TOUCH_END = 5,
    MARK_FORK_BEGIN = 6,
    MARK_FORK_END = 7,
};

#endif
