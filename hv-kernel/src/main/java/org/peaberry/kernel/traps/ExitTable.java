/** All exits of guests: a handler for each reason. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.hypercall.HypercallExit;
import org.peaberry.kernel.hypercall.Hypercalls;

public final class ExitTable {
    private final GuestRequest[] handlers = new GuestRequest[ExitReason.COUNT];

    public ExitTable(Hypercalls hypercalls, GuestCrash crash) {
        GuestRequest ignore = new SmallExits.Ignore();
        GuestRequest invalid = new SmallExits.InvalidOpcode();
        GuestRequest window = new SmallExits.Window();
        for (int i = 0; i < handlers.length; i++) {
            handlers[i] = new Unexpected(ExitReason.of(i), crash);
        }
        row(ExitReason.EXTERNAL_INTERRUPT, ignore);
        row(ExitReason.NMI, ignore);
        row(ExitReason.MACHINE_CHECK, new SmallExits.MachineCheck());
        row(ExitReason.INIT, ignore);
        row(ExitReason.SMI, ignore);
        row(ExitReason.SERVED, ignore);
        row(ExitReason.TIMER, new SmallExits.Timer());
        row(ExitReason.INTERRUPT_WINDOW, window);
        row(ExitReason.NMI_WINDOW, window);
        row(ExitReason.END_OF_INTERRUPT, new SmallExits.EndOfInterrupt());
        row(ExitReason.NESTED_PAGE_FAULT, new MemoryExit(crash));
        row(ExitReason.HYPERCALL, new HypercallExit(hypercalls));
        row(ExitReason.CPUID, new CpuidExit());
        row(ExitReason.HLT, new SmallExits.Halt());
        row(ExitReason.PORT_IO, new PortExit(crash));
        row(ExitReason.MSR_READ, new MsrReadExit());
        row(ExitReason.MSR_WRITE, new MsrWriteExit());
        row(ExitReason.XSETBV, new SmallExits.SetExtendedControl());
        row(ExitReason.EXCEPTION, new SmallExits.ReflectException());
        row(ExitReason.PAUSE, new SmallExits.SkipInstruction());
        row(ExitReason.WRITE_BACK_CACHES, new SmallExits.WriteBackCaches());
        row(ExitReason.RDPMC, new SmallExits.GeneralProtection());
        row(ExitReason.MONITOR, invalid);
        row(ExitReason.MWAIT, invalid);
        row(ExitReason.FORBIDDEN_INSTRUCTION, invalid);
        row(ExitReason.INVALIDATE_PAGE, invalid);
        row(ExitReason.SHUTDOWN, new TripleFault(crash));
    }

    private void row(ExitReason reason, GuestRequest handler) {
        handlers[reason.ordinal()] = handler;
    }

    public GuestRequest handler(ExitReason reason) {
        return handlers[reason.ordinal()];
    }

    private static final class TripleFault implements GuestRequest {
        private final GuestCrash crash;

        TripleFault(GuestCrash crash) {
            this.crash = crash;
        }

        @Override
        public void serve(Vcpu vcpu) {
            crash.tripleFault(vcpu);
        }
    }

    private static final class Unexpected implements GuestRequest {
        private final ExitReason reason;
        private final GuestCrash crash;

        Unexpected(ExitReason reason, GuestCrash crash) {
            this.reason = reason;
            this.crash = crash;
        }

        @Override
        public void serve(Vcpu vcpu) {
            crash.unexpectedExit(vcpu, reason);
        }
    }
}
