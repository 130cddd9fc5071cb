/** The structures that platform_op takes: a command, a version, and what the command needs. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/platform.h, struct xen_platform_op and struct xenpf_*; offsets count from the start of the former. */
final class PlatformArguments {
    /** Bytes of the whole. */
    static final int SIZE = 136;

    private PlatformArguments() {
    }

    /** What all commands begin with. */
    @RawStructure(size = SIZE)
    interface Header {
        int VERSION = 0x0300_0001;

        @At(0) int command();
        @At(4) int version();
    }

    /** xenpf_settime32. */
    @RawStructure(size = SIZE)
    interface SetTime32 {
        @At(8) int seconds();
        @At(12) int nanoseconds();
        @At(16) long systemTime();
    }

    /** xenpf_settime64. */
    @RawStructure(size = SIZE)
    interface SetTime64 {
        @At(8) long seconds();
        @At(16) int nanoseconds();
        @At(20) int mustBeZero();
        @At(24) long systemTime();
    }

    /** xenpf_firmware_info. */
    @RawStructure(size = SIZE)
    interface FirmwareInfo {
        int DISK = 1;
        int DISK_SIGNATURE = 2;
        int MONITOR = 3;
        int EFI = 4;
        int KEYBOARD_SHIFT_FLAGS = 5;

        @At(8) int type();
        @At(12) int index();
        @At(16) void shiftFlags(byte flags);
    }

    /** xenpf_enter_acpi_sleep. */
    @RawStructure(size = SIZE)
    interface EnterSleep {
        @At(8) char controlA();
        @At(10) char controlB();
        @At(12) int state();
        @At(16) int flags();
    }

    /** xenpf_pcpuinfo. */
    @RawStructure(size = SIZE)
    interface CpuInfo {
        int ONLINE = 1;
        int INVALID = 2;

        @At(8) int cpu();
        @At(12) void greatest(int cpu);
        @At(16) void flags(int flags);
        @At(20) void apicId(int id);
        @At(24) void acpiId(int id);
    }
}
