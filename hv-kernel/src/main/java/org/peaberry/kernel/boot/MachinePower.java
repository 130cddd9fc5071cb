/** Ends the machine when dom0 does, and puts it to sleep when dom0 asks. */
package org.peaberry.kernel.boot;

import static org.peaberry.kernel.abi.Errno.EOPNOTSUPP;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.arch.acpi.FixedHardware;
import org.peaberry.arch.acpi.PowerControl;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.DomainObserver;
import org.peaberry.kernel.domain.ShutdownReason;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.hypercall.SleepControl;
import org.peaberry.kernel.options.LogLevel;
import org.peaberry.runtime.exception.Backtrace;
import org.peaberry.runtime.platform.Platform;

public final class MachinePower implements DomainObserver, SleepControl {
    private static final int SOFT_OFF = 5;
    private static final int SLEEP_ENABLE = 1 << 13;

    private final Console console;
    private final FixedHardware hardware;
    private final PowerControl power;

    public MachinePower(Console console, FixedHardware hardware, PowerControl power) {
        this.console = console;
        this.hardware = hardware;
        this.power = power;
    }

    @Override
    public void stopped(Domain domain, ShutdownReason reason) {
        console.begin();
        console.text("dom").decimal(domain.id()).text(": stopped, ").text(reason.name()).end();
        if (domain.id() == Domain.HARDWARE_DOMAIN) {
            endMachine(reason);
        }
    }

    private void endMachine(ShutdownReason reason) {
        switch (reason) {
            case POWER_OFF -> {
                power.powerOff();
                console.error("the machine cannot be turned off by ACPI; turn it off by hand");
                haltForGood();
            }
            case REBOOT -> power.reset();
            default -> Platform.current().exit(0);
        }
    }

    @Override
    public void faulted(Vcpu vcpu, Throwable cause) {
        if (console.begin(LogLevel.ERROR, vcpu.domain().id(), vcpu.index())) {
            console.text("the domain ends, serving it failed: ");
            Backtrace.print(console, cause);
        }
    }

    /** States other than soft off need the hypervisor to wake up again, which it cannot. */
    @Override
    public int enter(int state, int controlA, int controlB) {
        if (state != SOFT_OFF) {
            return EOPNOTSUPP;
        }
        console.info("dom0 turns the machine off");
        Processor.outShort(hardware.control1a(), controlA | SLEEP_ENABLE);
        if (hardware.control1b() != 0) {
            Processor.outShort(hardware.control1b(), controlB | SLEEP_ENABLE);
        }
        power.powerOff();
        haltForGood();
        return OK;
    }

    private static void haltForGood() {
        while (true) {
            Processor.halt();
        }
    }
}
