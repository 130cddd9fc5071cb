/** What the hypervisor emulates around one vCPU's processor: its local APIC, and instructions on device memory. */
package org.peaberry.kernel.traps;

import java.util.Objects;

import org.peaberry.arch.decode.MemoryEmulator;
import org.peaberry.arch.decode.PortStringEmulator;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.PendingWork;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.domain.VcpuDevices;
import org.peaberry.kernel.interrupt.ApicBus;
import org.peaberry.kernel.interrupt.LocalApic;
import org.peaberry.kernel.interrupt.LocalApicOwner;
import org.peaberry.kernel.time.Timer;
import org.peaberry.kernel.time.TscClock;

public final class VcpuPlatform implements VcpuDevices, LocalApicOwner {
    private final Vcpu vcpu;
    private final VirtualCpu processor;
    private final DomainPlatform domain;
    private final CpuidTable cpuid;
    private final LocalApic apic;
    private final MemoryEmulator emulator;
    private final PortStringEmulator portStrings;
    private final LocalApicPage apicPage;
    private boolean isNmiPending;

    /** @param apicId of the vCPU's local APIC */
    public VcpuPlatform(Vcpu vcpu, int apicId, ApicBus bus, DomainPlatform domain) {
        this.vcpu = vcpu;
        this.processor = Objects.requireNonNull(vcpu.processor());
        this.domain = domain;
        this.cpuid = domain.cpuid();
        this.apic = new LocalApic(apicId, bus, this, processor.virtualApic());
        this.emulator = new MemoryEmulator(processor);
        this.portStrings = new PortStringEmulator(processor);
        this.apicPage = new LocalApicPage(apic);
    }

    /** The platform that was attached to a vCPU. */
    static VcpuPlatform of(Vcpu vcpu) {
        return (VcpuPlatform) vcpu.devices();
    }

    VirtualCpu processor() {
        return processor;
    }

    /** The vCPU's number in its domain. */
    int index() {
        return vcpu.index();
    }

    CpuidTable cpuid() {
        return cpuid;
    }

    DomainPlatform domain() {
        return domain;
    }

    LocalApic apic() {
        return apic;
    }

    MemoryEmulator emulator() {
        return emulator;
    }

    PortStringEmulator portStrings() {
        return portStrings;
    }

    LocalApicPage apicPage() {
        return apicPage;
    }

    boolean isNmiPending() {
        return isNmiPending;
    }

    void nmiInjected() {
        isNmiPending = false;
    }

    /** Event upcalls come so: the guest's flag would stay set for ever if one got lost. */
    @Override
    public void requestInterrupt(int vector) {
        apic.requestLasting(vector);
    }

    @Override
    public boolean hasInterrupt() {
        return isNmiPending || apic.nextVector() != LocalApic.NO_VECTOR;
    }

    @Override
    public boolean hasNonMaskableInterrupt() {
        return isNmiPending;
    }

    @Override
    public void requestNmi() {
        nonMaskableInterrupt();
    }

    @Override
    public void interruptPending() {
        vcpu.notifyInterrupt();
    }

    @Override
    public void lookAgain() {
        vcpu.post(PendingWork.INTERRUPT);
    }

    @Override
    public void nonMaskableInterrupt() {
        isNmiPending = true;
        vcpu.notifyInterrupt();
    }

    @Override
    public void initialize() {
        vcpu.takeDown();
        apic.reset();
    }

    /** Only a vCPU that is down listens to a start-up message. */
    @Override
    public void startUp(int vector) {
        if (!vcpu.isUp()) {
            StartState.realMode(processor, vector);
            vcpu.markInitialised();
            vcpu.bringUp();
        }
    }

    @Override
    public long now() {
        return vcpu.now();
    }

    @Override
    public long guestTscAt(long systemTime) {
        return clock().ticksAt(systemTime) + processor.tscOffset();
    }

    @Override
    public long systemTimeOfGuestTsc(long guestTsc) {
        return Math.max(now(), clock().at(guestTsc - processor.tscOffset()));
    }

    @Override
    public void setTimer(Timer timer, long deadline) {
        vcpu.cpu().timers().set(timer, deadline);
    }

    @Override
    public void cancelTimer(Timer timer) {
        vcpu.cpu().timers().cancel(timer);
    }

    private TscClock clock() {
        return vcpu.domain().host().clock();
    }
}
