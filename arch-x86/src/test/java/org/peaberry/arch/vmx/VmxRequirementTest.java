/** Processors that lack a part of VT-x are refused, and the part is named. */
package org.peaberry.arch.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.virtualization.VirtualizationException;
import org.peaberry.runtime.memory.SimulatedMemory;

class VmxRequirementTest {
    private SimulatedProcessor processor;

    @BeforeEach
    void describe() {
        SimulatedMemory.install();
        processor = SimulatedProcessor.install();
        IntelProcessor.describe(processor);
    }

    private void remove(VmxRequirement part) {
        processor.writeMsr(part.msr(), processor.readMsr(part.msr()) & ~part.mask());
    }

    private static String refusal() {
        return assertThrows(VirtualizationException.class, VmxRequirements::check).getMessage();
    }

    @ParameterizedTest
    @EnumSource(VmxRequirement.class)
    void eachMissingPartIsNamed(VmxRequirement part) {
        remove(part);
        assertEquals("no VT-x: the processor lacks " + part.title() + ". Use a processor of the Westmere generation or later", refusal());
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        remove(VmxRequirement.VIRTUAL_NMIS);
        remove(VmxRequirement.UNRESTRICTED_GUEST);
        assertTrue(refusal().contains("lacks virtual NMIs, unrestricted guests."), refusal());
    }

    @Test
    void withoutSecondaryControlsTheirRegistersAreNotRead() {
        SimulatedProcessor old = SimulatedProcessor.install();
        IntelProcessor.describe(old);
        IntelProcessor.forbid(old, Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.SECONDARY_CONTROLS);
        old.removeMsr(Msr.VMX_SECONDARY_CONTROLS);
        old.removeMsr(Msr.VMX_EPT_VPID_CAPABILITY);
        assertTrue(refusal().contains("EPT"), refusal());
    }

    /** What {@link VmxFeatures} sets is what was asked for. */
    @Test
    void everyControlThatIsSetIsRequired() {
        assertRequired(Msr.VMX_TRUE_PIN_CONTROLS, VmxRequirements.PIN);
        assertRequired(Msr.VMX_TRUE_PROCESSOR_CONTROLS, VmxRequirements.PROCESSOR | VmxRequirements.WINDOWS);
        assertRequired(Msr.VMX_SECONDARY_CONTROLS, VmxRequirements.SECONDARY);
        assertRequired(Msr.VMX_TRUE_EXIT_CONTROLS, VmxRequirements.EXIT);
        assertRequired(Msr.VMX_TRUE_ENTRY_CONTROLS, VmxRequirements.ENTRY | EntryControls.LONG_MODE_GUEST);
    }

    private static void assertRequired(int msr, int controls) {
        long required = 0;
        for (VmxRequirement part : VmxRequirement.values()) {
            required |= part.msr() == msr ? part.mask() : 0;
        }
        assertEquals(Integer.toUnsignedLong(controls) << Integer.SIZE, required);
    }
}
