/** A processor and a VMCS that breaks no rule, which a case then breaks. */
package org.peaberry.arch.vmx.diagnosis;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.vmx.VmcsField;
import org.peaberry.runtime.memory.SimulatedMemory;

final class Setup {
    final SimulatedProcessor processor;
    final VmcsMap vmcs;

    Setup(GuestMode mode) {
        SimulatedMemory.install();
        processor = ModernProcessor.install();
        vmcs = ValidVmcs.of(mode);
    }

    Setup set(VmcsField field, long value) {
        vmcs.set(field, value);
        return this;
    }

    Setup with(VmcsField field, long bits) {
        return set(field, vmcs.unsigned(field) | bits);
    }

    Setup without(VmcsField field, long bits) {
        return set(field, vmcs.unsigned(field) & ~bits);
    }

    Setup with(ControlWord word, int bit) {
        return with(word.field(), Integer.toUnsignedLong(bit));
    }

    Setup without(ControlWord word, int bit) {
        return without(word.field(), Integer.toUnsignedLong(bit));
    }

    Setup memory(long physical, int value) {
        vmcs.memory(physical, value);
        return this;
    }

    Setup msr(int number, long value) {
        processor.writeMsr(number, value);
        return this;
    }

    /** A broken rule as a test sees it. */
    record Finding(Rule rule, VmcsField field) {
    }

    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        new EntryChecks(vmcs, new ProcessorLimits()).run(new Findings() {
            @Override
            protected void broken(Rule rule, VmcsField field, VmcsField other, long bits) {
                found.add(new Finding(rule, field));
            }
        });
        return found;
    }
}
