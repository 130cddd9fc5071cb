/** How the hypervisor gets into the machine's memory. */
package org.peaberry.boot.machine;

public enum BootMethod {
    /** The emulator's own loader (Multiboot 1). */
    KERNEL,
    /** GRUB on a CD, Multiboot 2. */
    GRUB,
    /** GRUB on a CD, Multiboot 1. */
    GRUB1
}
