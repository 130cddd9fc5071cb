/** What the virtual CPUs of a domain share. */
package org.peaberry.arch.virtualization;

public final class VirtualMachine {
    private final NestedPageTable nestedPages;
    private final GuestPermissions permissions;
    private final GuestMemory memory;

    public VirtualMachine(NestedPageTable nestedPages, GuestPermissions permissions, GuestMemory memory) {
        this.nestedPages = nestedPages;
        this.permissions = permissions;
        this.memory = memory;
    }

    public NestedPageTable nestedPages() {
        return nestedPages;
    }

    public GuestPermissions permissions() {
        return permissions;
    }

    public GuestMemory memory() {
        return memory;
    }
}
