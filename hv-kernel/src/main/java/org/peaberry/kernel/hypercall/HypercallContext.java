/** One hypercall under way: who calls, its arguments, and the way to the caller's memory. */
package org.peaberry.kernel.hypercall;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.DomainId;
import org.peaberry.kernel.domain.Host;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.domain.VcpuClock;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

/**
 * Structures that the caller passes are copied once, into the vCPU's scratch frame, and validated there: what the guest does to them
 * meanwhile changes nothing. One object serves all calls on a CPU, one after the other.
 */
public final class HypercallContext {
    /** Arguments a hypercall has at most. */
    public static final int ARGUMENTS = 5;
    private static final int ALIGNMENT = 8;

    private final long[] arguments = new long[ARGUMENTS];
    private Vcpu caller;
    private int scratchUsed;
    private boolean isPreempted;

    /** Starts a call. */
    void begin(Vcpu vcpu) {
        caller = vcpu;
        scratchUsed = 0;
        isPreempted = false;
    }

    /** Starts a call within another one of the same vCPU: scratch memory in use stays so. */
    void beginWithin(HypercallContext outer) {
        caller = outer.caller;
        scratchUsed = outer.scratchUsed;
        isPreempted = false;
    }

    public Vcpu caller() {
        return caller;
    }

    public Domain domain() {
        return caller.domain();
    }

    public Host host() {
        return caller.domain().host();
    }

    /** An argument, counted from 0: a register of the caller. */
    public long argument(int index) {
        return arguments[index];
    }

    /** An argument of which the call uses the lower 32 bits. */
    public int intArgument(int index) {
        return (int) arguments[index];
    }

    void argument(int index, long value) {
        arguments[index] = value;
    }

    /**
     * Ends the call for now; the vCPU will make it again with a changed argument, after others have had their turn.
     *
     * @return what the handler is to return
     */
    public long continueLater(int index, long value) {
        arguments[index] = value;
        isPreempted = true;
        return 0;
    }

    /** Whether the call is to be made again, with the arguments as they are now. */
    public boolean isPreempted() {
        return isPreempted;
    }

    /** Whether something else waits for this vCPU or its CPU, so that a long call should {@link #continueLater}. */
    public boolean shouldYield() {
        return caller.pending() != 0;
    }

    /** A domain that the caller names: itself, or by id; null when there is none. */
    public Domain domainNamed(int id) {
        return id == DomainId.SELF ? domain() : host().domains().find(id);
    }

    /** Whether the caller may act on a domain: on itself, or on any when it is privileged. */
    public boolean mayControl(Domain target) {
        return target == domain() || domain().isPrivileged();
    }

    /** Zeroed scratch memory until the end of the call. */
    public Address allocate(int bytes) {
        int start = scratchUsed;
        scratchUsed = start + bytes + ALIGNMENT - 1 & -ALIGNMENT;
        if (scratchUsed > VcpuClock.SCRATCH_FREE) {
            throw new IllegalStateException("hypercall arguments exceed the scratch frame");
        }
        Address memory = caller.scratch().plus(start);
        Memory.fillBytes(memory.toLong(), (byte) 0, bytes);
        return memory;
    }

    /** Copies a structure of the caller's in; zero when the guest address is bad. */
    public Address copyIn(long guest, int bytes) {
        Address copy = allocate(bytes);
        return read(guest, copy, bytes) ? copy : Address.zero();
    }

    /** Copies from the caller's memory; false when the guest address is bad. */
    public boolean read(long guest, Address to, long bytes) {
        return domain().memory().read(caller.translation(), GuestVirtualAddress.of(guest), to, bytes);
    }

    /** Copies to the caller's memory; false when the guest address is bad. */
    public boolean write(long guest, Address from, long bytes) {
        return domain().memory().write(caller.translation(), GuestVirtualAddress.of(guest), from, bytes);
    }
}
