/** The console as dom0 uses it: console_io in both directions, and an event when characters come in. */
package org.peaberry.kernel.console;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.trap.InterruptHandler;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.DomainTable;
import org.peaberry.kernel.event.EventChannels;
import org.peaberry.kernel.event.VirtualInterrupt;
import org.peaberry.kernel.hypercall.GuestConsole;

/** Also takes the serial port's interrupt. */
public final class DomainConsole implements GuestConsole, InterruptHandler {
    private final Console console;
    private final LocalApic apic;
    private final ConsoleInput input = new ConsoleInput();
    private DomainTable domains;

    /** @param apic where the end of the interrupt is told */
    public DomainConsole(Console console, LocalApic apic) {
        this.console = console;
        this.apic = apic;
    }

    /** Says where dom0 is found, which input goes to. */
    public void connect(DomainTable newDomains) {
        domains = newDomains;
    }

    @Override
    public void write(Domain domain, int character) {
        if (character != 0) {
            console.guest(character);
        }
    }

    @Override
    public int read(Domain domain) {
        return input.isEmpty() ? NOTHING : input.take();
    }

    @Override
    public void handle(int vector) {
        poll();
        apic.endOfInterrupt();
    }

    /** Takes what the port has received. */
    public void poll() {
        boolean hasCome = false;
        for (int character = console.port().receive(); character != SerialPort.NOTHING; character = console.port().receive()) {
            hasCome |= input.put(character);
        }
        EventChannels dom0 = domains == null || !hasCome ? null : domains.channelsOf(Domain.HARDWARE_DOMAIN);
        if (dom0 != null) {
            dom0.raise(VirtualInterrupt.CONSOLE, 0);
        }
    }
}
