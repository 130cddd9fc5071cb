/** The countdown in a guest's VMCS: used where the processor has it and the option does not forbid it. */
package org.peaberry.arch.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.RunLimit;
import org.peaberry.arch.virtualization.SimulatedHostMemory;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.VirtualizationOptions;
import org.peaberry.runtime.memory.SimulatedMemory;

class PreemptionTimerTest {
    private static final int SHIFT = 5;

    private SimulatedProcessor processor;
    private SimulatedHostMemory host;

    @BeforeEach
    void describe() {
        SimulatedMemory.install();
        processor = SimulatedProcessor.install();
        host = new SimulatedHostMemory(64);
        IntelProcessor.describe(processor);
        processor.writeMsr(Msr.VMX_MISCELLANEOUS, processor.readMsr(Msr.VMX_MISCELLANEOUS) | SHIFT);
    }

    private VmxBackend backend(boolean allowed) {
        VmxBackend backend = VmxBackend.create(host, new VirtualizationOptions(true, allowed));
        backend.enable();
        return backend;
    }

    private VmxVirtualCpu cpu(VmxBackend backend) {
        VmxVirtualCpu cpu = (VmxVirtualCpu) backend.createVirtualCpu(
                new VirtualMachine(backend.createNestedPageTable(host), backend.createPermissions(), null));
        cpu.select();
        return cpu;
    }

    @Test
    void itIsUnusedWhereTheOptionSaysSoOrTheProcessorLacksIt() {
        VmxBackend forbidden = backend(false);
        assertNull(forbidden.runLimit());
        cpu(forbidden);
        assertEquals(0, Vmcs.read(Field32.PIN_CONTROLS) & PinControls.PREEMPTION_TIMER);
        IntelProcessor.forbid(processor, Msr.VMX_TRUE_EXIT_CONTROLS, ExitControls.SAVE_PREEMPTION_TIMER);
        assertNull(backend(true).runLimit());
    }

    @Test
    void theCountdownIsInItsOwnUnitAndNeverShort() {
        VmxBackend backend = backend(true);
        VmxVirtualCpu cpu = cpu(backend);
        assertEquals(PinControls.PREEMPTION_TIMER, Vmcs.read(Field32.PIN_CONTROLS) & PinControls.PREEMPTION_TIMER);
        RunLimit limit = backend.runLimit();
        assertNotNull(limit);
        processor.timeStampCounter(1000, 0);
        limit.set(1000 + 10 * (1 << SHIFT));
        cpu.useLimit();
        cpu.correctCountdown();
        assertEquals(11, Vmcs.read(Field32.PREEMPTION_TIMER));
        limit.clear();
        cpu.correctCountdown();
        assertEquals(-1, Vmcs.read(Field32.PREEMPTION_TIMER));
    }

    @Test
    void noLimitIsTheLongestCountdownInAnyUnit() {
        processor.writeMsr(Msr.VMX_MISCELLANEOUS, 0);
        VmxBackend backend = backend(true);
        VmxVirtualCpu cpu = cpu(backend);
        cpu.useLimit();
        cpu.correctCountdown();
        assertEquals(-1, Vmcs.read(Field32.PREEMPTION_TIMER));
    }

    @Test
    void anExitByItTakesTheLimitAway() {
        VmxBackend backend = backend(true);
        VmxVirtualCpu cpu = cpu(backend);
        RunLimit limit = backend.runLimit();
        limit.set(5);
        processor.virtualMachines().set(ReadOnly32.EXIT_REASON.encoding(), VmxExit.PREEMPTION_TIMER.number());
        assertEquals(ExitReason.TIMER, cpu.exited(cpu.registers()));
        assertEquals(RunLimit.NEVER, limit.deadline());
    }
}
