/** The structures that grant_table_op takes. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/grant_table.h, struct gnttab_*. */
final class GrantTableArguments {
    private GrantTableArguments() {
    }

    /** gnttab_setup_table. */
    @RawStructure(size = SetupTable.SIZE)
    interface SetupTable {
        int SIZE = 24;

        @At(0) char domain();
        @At(4) int frames();
        @At(8) void status(short status);
        /** Guest address of an array of frame numbers. */
        @At(16) long list();
    }

    /** gnttab_query_size. */
    @RawStructure(size = QuerySize.SIZE)
    interface QuerySize {
        int SIZE = 16;

        @At(0) char domain();
        @At(4) void frames(int count);
        @At(8) void maximumFrames(int count);
        @At(12) void status(short status);
    }

    /** gnttab_get_version. */
    @RawStructure(size = GetVersion.SIZE)
    interface GetVersion {
        int SIZE = 8;

        @At(0) char domain();
        @At(4) void version(int version);
    }

    /** The end of gnttab_map_grant_ref: what the hypervisor answers. */
    @RawStructure(size = MapGrant.SIZE)
    interface MapGrant {
        int SIZE = 32;

        @At(16) char domain();
        @At(18) void status(short status);
    }

    /** gnttab_unmap_grant_ref. */
    @RawStructure(size = UnmapGrant.SIZE)
    interface UnmapGrant {
        int SIZE = 24;

        @At(20) void status(short status);
    }

    /** gnttab_copy. */
    @RawStructure(size = Copy.SIZE)
    interface Copy {
        int SIZE = 40;

        @At(8) char sourceDomain();
        @At(24) char targetDomain();
        @At(36) void status(short status);
    }
}
