/** What guests are told the hypervisor does for them (XENVER_get_features). */
package org.peaberry.kernel.hypercall;

import org.peaberry.kernel.domain.Domain;

/** Xen: public/features.h, XENFEAT_*; bit numbers of submap 0. */
final class Feature {
    private static final int WRITABLE_PAGE_TABLES = 1 << 0;
    private static final int AUTO_TRANSLATED_PHYSMAP = 1 << 2;
    private static final int HVM_CALLBACK_VECTOR = 1 << 8;
    private static final int HVM_SAFE_PVCLOCK = 1 << 9;
    private static final int DOM0 = 1 << 11;
    private static final int MEMORY_OP_VNODE_SUPPORTED = 1 << 13;
    private static final int NOT_DIRECT_MAPPED = 1 << 16;
    private static final int ALL_DOMAINS = WRITABLE_PAGE_TABLES | AUTO_TRANSLATED_PHYSMAP | HVM_CALLBACK_VECTOR | HVM_SAFE_PVCLOCK
            | MEMORY_OP_VNODE_SUPPORTED | NOT_DIRECT_MAPPED;

    private Feature() {
    }

    /**
     * Bits for a domain. An identity-mapped dom0 is still said to be not direct mapped, as Xen's PVH dom0: what it maps from other
     * domains does not have equal numbers.
     */
    static int of(Domain domain) {
        return domain.isPrivileged() ? ALL_DOMAINS | DOM0 : ALL_DOMAINS;
    }
}
