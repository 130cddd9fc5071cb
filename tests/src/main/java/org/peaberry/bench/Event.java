/** Moments at which the plugin writes its counts; marks are numbered in boot-grub/src/main/c/mark.h. */
package org.peaberry.bench;

enum Event {
    FIRST_ENTRY("entry", "dom0's first instruction"),
    INIT("mark-1", "dom0's init"),
    GETPPID_BEGIN("mark-2", "getppid starts"),
    GETPPID_END("mark-3", "getppid ends"),
    TOUCH_BEGIN("mark-4", "touch-pages starts"),
    TOUCH_END("mark-5", "touch-pages ends"),
    FORK_BEGIN("mark-6", "fork-wait starts"),
    FORK_END("mark-7", "fork-wait ends");

    private final String tag;
    private final String description;

    Event(String tag, String description) {
        this.tag = tag;
        this.description = description;
    }

    String tag() {
        return tag;
    }

    String description() {
        return description;
    }
}
