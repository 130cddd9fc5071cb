/** The event channels of one domain. */
package org.peaberry.kernel.event;

import static org.peaberry.kernel.abi.Errno.EEXIST;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOENT;
import static org.peaberry.kernel.abi.Errno.ENOSPC;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.runtime.annotation.Acquires;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.unboxed.Address;

/**
 * Operations return a port or {@code OK}, or a negative {@link org.peaberry.kernel.abi.Errno} as Xen's event_channel_op does. A
 * channel between two domains changes only under both locks, that of the lower domain id first.
 */
public final class EventChannels {
    private final int domain;
    private final EventDirectory directory;
    @LockRank(35)
    private final SpinLock lock = new SpinLock();
    private final EventPorts ports;
    private final PendingBits bits = new PendingBits();
    private final VcpuEvents[] vcpus;

    /**
     * @param domain id of the domain whose channels these are
     * @param vcpuLimit greatest number of vCPUs
     */
    public EventChannels(int domain, int vcpuLimit, EventDirectory directory, FrameAllocator allocator) {
        this.domain = domain;
        this.directory = directory;
        this.ports = new EventPorts(allocator);
        this.vcpus = new VcpuEvents[vcpuLimit];
    }

    /** Says where the domain's {@link SharedInfo} is; before anything else is done. */
    public void placeSharedInfo(Address page) {
        bits.place(page);
    }

    /** Gives a vCPU its events. */
    public void addVcpu(int index, VcpuEvents events) {
        vcpus[index] = events;
    }

    public boolean isValid(int port) {
        return ports.contains(port);
    }

    /** What a valid port is connected to. */
    public EventChannel channel(int port) {
        return ports.channel(port);
    }

    /** Opens a port to which a remote domain may bind. */
    public int allocateUnbound(int remoteDomain) {
        lock.acquire();
        try {
            int port = open(ChannelState.UNBOUND, 0, 0);
            if (port > 0) {
                ports.channel(port).remoteDomain((char) remoteDomain);
            }
            return port;
        } finally {
            lock.release();
        }
    }

    /** Connects a new port with a remote domain's unbound port. The new port becomes pending: the other end may have sent before. */
    public int bindInterdomain(int remoteDomain, int remotePort) {
        EventChannels remote = directory.channelsOf(remoteDomain);
        if (remote == null) {
            return ESRCH;
        }
        acquireBoth(remote);
        try {
            return connect(remote, remotePort);
        } finally {
            releaseBoth(remote);
        }
    }

    private int connect(EventChannels remote, int remotePort) {
        if (!remote.accepts(remotePort, domain)) {
            return EINVAL;
        }
        int port = open(ChannelState.INTERDOMAIN, 0, remotePort);
        if (port < 0) {
            return port;
        }
        ports.channel(port).remoteDomain((char) remote.domain);
        EventChannel other = remote.ports.channel(remotePort);
        other.state(ChannelState.INTERDOMAIN);
        other.remoteDomain((char) domain);
        other.source(port);
        setPending(port);
        return port;
    }

    /** Gives a virtual interrupt of a vCPU a port. */
    public int bindVirtualInterrupt(int number, int vcpu) {
        if (number < 0 || number >= VirtualInterrupt.COUNT || VirtualInterrupt.isGlobal(number) && vcpu != 0) {
            return EINVAL;
        }
        if (!hasVcpu(vcpu)) {
            return ENOENT;
        }
        lock.acquire();
        try {
            if (vcpus[vcpu].portOf(number) != 0) {
                return EEXIST;
            }
            int port = open(ChannelState.VIRTUAL_INTERRUPT, vcpu, number);
            if (port > 0) {
                vcpus[vcpu].bind(number, port);
            }
            return port;
        } finally {
            lock.release();
        }
    }

    /** Opens a port by which vCPUs of the domain interrupt one of them. */
    public int bindInterprocessor(int vcpu) {
        if (!hasVcpu(vcpu)) {
            return ENOENT;
        }
        lock.acquire();
        try {
            return open(ChannelState.INTERPROCESSOR, vcpu, 0);
        } finally {
            lock.release();
        }
    }

    /** Gives a physical interrupt a port; the caller has checked that it may, and that no port has it. */
    public int bindPhysicalInterrupt(int number) {
        lock.acquire();
        try {
            for (int port = 1; port < ports.count(); port++) {
                EventChannel channel = ports.channel(port);
                if (channel.state() == ChannelState.PHYSICAL_INTERRUPT && channel.source() == number) {
                    return EEXIST;
                }
            }
            return open(ChannelState.PHYSICAL_INTERRUPT, 0, number);
        } finally {
            lock.release();
        }
    }

    /** Closes a port; the other end of an interdomain channel becomes unbound again. */
    public int close(int port) {
        while (true) {
            EventChannels remote = peerOf(port);
            acquireBoth(remote);
            try {
                if (remote == peerOf(port)) {
                    return disconnect(port, remote);
                }
            } finally {
                releaseBoth(remote);
            }
        }
    }

    /** The domain at a port's other end, or this one when there is none. */
    private EventChannels peerOf(int port) {
        if (isOpen(port) && ports.channel(port).state() == ChannelState.INTERDOMAIN) {
            EventChannels remote = directory.channelsOf(ports.channel(port).remoteDomain());
            return remote == null ? this : remote;
        }
        return this;
    }

    private int disconnect(int port, EventChannels remote) {
        if (!isOpen(port)) {
            return EINVAL;
        }
        EventChannel channel = ports.channel(port);
        if (channel.state() == ChannelState.VIRTUAL_INTERRUPT) {
            unbind(channel.source(), port);
        } else if (channel.state() == ChannelState.INTERDOMAIN && channel.remoteDomain() == remote.domain) {
            EventChannel other = remote.ports.channel(channel.source());
            other.state(ChannelState.UNBOUND);
            other.remoteDomain((char) domain);
            other.source(0);
        }
        forget(port);
        return OK;
    }

    /** Closes all ports. */
    public int reset() {
        for (int port = 1; port < ports.count(); port++) {
            close(port);
        }
        return OK;
    }

    /** Closes all ports and gives their memory back: the domain ends. */
    public void destroy() {
        reset();
        ports.free();
    }

    /** Raises an event at the other end of a port. */
    public int send(int port) {
        lock.acquire();
        try {
            return ports.contains(port) ? sendFrom(port) : EINVAL;
        } finally {
            lock.release();
        }
    }

    private int sendFrom(int port) {
        EventChannel channel = ports.channel(port);
        switch (channel.state()) {
            case INTERDOMAIN -> {
                EventChannels remote = directory.channelsOf(channel.remoteDomain());
                if (remote != null) {
                    remote.setPending(channel.source());
                }
            }
            case INTERPROCESSOR -> setPending(port);
            case UNBOUND -> {
                return OK;
            }
            default -> {
                return EINVAL;
            }
        }
        return OK;
    }

    /** Raises a virtual interrupt of a vCPU, or of the domain when the vCPU is 0; without effect while it has no port. */
    public void raise(int virtualInterrupt, int vcpu) {
        if (hasVcpu(vcpu) && vcpus[vcpu].portOf(virtualInterrupt) != 0) {
            setPending(vcpus[vcpu].portOf(virtualInterrupt));
        }
    }

    /** Clears a port's mask and delivers what is pending. */
    public int unmask(int port) {
        if (!isOpen(port)) {
            return EINVAL;
        }
        bits.unmask(port, vcpus[ports.channel(port).vcpu()]);
        return OK;
    }

    /** Changes which vCPU is told of a port's events. */
    public int bindVcpu(int port, int vcpu) {
        if (!hasVcpu(vcpu)) {
            return ENOENT;
        }
        if (!isOpen(port)) {
            return EINVAL;
        }
        EventChannel channel = ports.channel(port);
        boolean isFixed = switch (channel.state()) {
            case INTERPROCESSOR -> true;
            case VIRTUAL_INTERRUPT -> !VirtualInterrupt.isGlobal(channel.source());
            default -> false;
        };
        if (isFixed) {
            return EINVAL;
        }
        channel.vcpu((char) vcpu);
        return OK;
    }

    public boolean isPending(int port) {
        return bits.isPending(port);
    }

    public boolean hasVcpu(int index) {
        return index >= 0 && index < vcpus.length && vcpus[index] != null;
    }

    private void setPending(int port) {
        VcpuEvents told = vcpus[ports.channel(port).vcpu()];
        bits.set(port, told);
        for (int i = 0; i < vcpus.length && vcpus[i] != null; i++) {
            vcpus[i].endPollFor(port);
        }
    }

    private boolean accepts(int port, int caller) {
        return isOpen(port) && ports.channel(port).state() == ChannelState.UNBOUND && ports.channel(port).remoteDomain() == caller;
    }

    private boolean isOpen(int port) {
        return ports.contains(port) && ports.channel(port).state() != ChannelState.CLOSED;
    }

    private int open(ChannelState state, int vcpu, int source) {
        int port = ports.findClosed();
        if (port < 0) {
            return ENOSPC;
        }
        EventChannel channel = ports.channel(port);
        channel.state(state);
        channel.vcpu((char) vcpu);
        channel.source(source);
        return port;
    }

    private void forget(int port) {
        ports.channel(port).state(ChannelState.CLOSED);
        bits.clear(port);
    }

    private void unbind(int virtualInterrupt, int port) {
        for (VcpuEvents vcpu : vcpus) {
            if (vcpu != null && vcpu.portOf(virtualInterrupt) == port) {
                vcpu.bind(virtualInterrupt, 0);
            }
        }
    }

    @Acquires
    private void acquireBoth(EventChannels other) {
        (other.domain < domain ? other : this).lock.acquire();
        if (other != this) {
            (other.domain < domain ? this : other).lock.acquire();
        }
    }

    @Releases
    private void releaseBoth(EventChannels other) {
        lock.release();
        if (other != this) {
            other.lock.release();
        }
    }
}
