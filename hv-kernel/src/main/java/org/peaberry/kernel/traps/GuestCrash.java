/** A guest did what cannot be gone on from: one line says what, and its domain ends. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.domain.ShutdownReason;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.options.LogLevel;

public final class GuestCrash {
    private final Console console;
    private final GuestLines lines;

    public GuestCrash(Console console) {
        this.console = console;
        this.lines = new GuestLines(console);
    }

    void memory(Vcpu vcpu, NestedFault fault) {
        if (begin(vcpu)) {
            console.text(fault.isFetch() ? "ran code" : fault.isWrite() ? "wrote" : "read").text(" at guest-physical ");
            console.hex(fault.address().toLong()).text(", where there is no memory");
            printRegisters(vcpu.processor());
        }
        end(vcpu);
    }

    void portString(Vcpu vcpu, PortAccess access) {
        if (begin(vcpu)) {
            console.text("moved data of port ").hex(access.port()).text(access.isInput() ? " to" : " from").text(" where there is no memory");
            printRegisters(vcpu.processor());
        }
        end(vcpu);
    }

    void tripleFault(Vcpu vcpu) {
        if (begin(vcpu)) {
            console.text("triple fault");
            printRegisters(vcpu.processor());
        }
        end(vcpu);
    }

    void unexpectedExit(Vcpu vcpu, ExitReason reason) {
        if (begin(vcpu)) {
            console.text("exit that is not handled: ").text(reason.name()).text(", code ").hex(vcpu.processor().rawExitCode());
            printRegisters(vcpu.processor());
            if (reason == ExitReason.INVALID_STATE) {
                vcpu.processor().explainFailedEntry(lines.of(vcpu));
            }
        }
        end(vcpu);
    }

    private boolean begin(Vcpu vcpu) {
        return console.begin(LogLevel.ERROR, vcpu.domain().id(), vcpu.index());
    }

    private void printRegisters(VirtualCpu processor) {
        console.text("; rip ").hex(processor.rip()).text(" rsp ").hex(processor.registers().rsp()).text(" flags ").hex(processor.rflags());
        console.text(" cr0 ").hex(processor.cr0()).text(" cr2 ").hex(processor.cr2()).text(" cr3 ").hex(processor.cr3());
        console.text(" cr4 ").hex(processor.cr4()).text(" efer ").hex(processor.efer()).end();
    }

    private static void end(Vcpu vcpu) {
        vcpu.domain().shutDown(ShutdownReason.CRASH);
    }
}
