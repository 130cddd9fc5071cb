/** The structures that event_channel_op takes; those of a port alone are just an int. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/event_channel.h, struct evtchn_*. */
final class EventChannelArguments {
    private EventChannelArguments() {
    }

    /** evtchn_alloc_unbound. */
    @RawStructure(size = AllocateUnbound.SIZE)
    interface AllocateUnbound {
        int SIZE = 8;

        @At(0) char domain();
        @At(2) char remoteDomain();
        @At(4) void port(int port);
    }

    /** evtchn_bind_interdomain. */
    @RawStructure(size = BindInterdomain.SIZE)
    interface BindInterdomain {
        int SIZE = 12;

        @At(0) char remoteDomain();
        @At(4) int remotePort();
        @At(8) void localPort(int port);
    }

    /** evtchn_bind_virq. */
    @RawStructure(size = BindVirtualInterrupt.SIZE)
    interface BindVirtualInterrupt {
        int SIZE = 12;

        @At(0) int number();
        @At(4) int vcpu();
        @At(8) void port(int port);
    }

    /** evtchn_bind_ipi. */
    @RawStructure(size = BindInterprocessor.SIZE)
    interface BindInterprocessor {
        int SIZE = 8;

        @At(0) int vcpu();
        @At(4) void port(int port);
    }

    /** evtchn_status. */
    @RawStructure(size = Status.SIZE)
    interface Status {
        int SIZE = 24;

        @At(0) char domain();
        @At(4) int port();
        @At(8) void status(int number);
        @At(12) void vcpu(int index);
        /** Of an unbound or interdomain channel. */
        @At(16) void remoteDomain(char domain);
        /** Of an interdomain channel. */
        @At(20) void remotePort(int port);
        /** Of a physical or virtual interrupt. */
        @At(16) void interrupt(int number);
    }

    /** evtchn_bind_vcpu. */
    @RawStructure(size = BindVcpu.SIZE)
    interface BindVcpu {
        int SIZE = 8;

        @At(0) int port();
        @At(4) int vcpu();
    }

    /** evtchn_reset. */
    @RawStructure(size = Reset.SIZE)
    interface Reset {
        int SIZE = 2;

        @At(0) char domain();
    }
}
