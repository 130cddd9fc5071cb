/** CPUID: what guests are told, and what they are not. */
package org.peaberry.kernel.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.virtualization.ExitReason;

class CpuidTest {
    private static final int FEATURES = 1;
    private static final int EXTENDED_FEATURES = 0x8000_0001;

    private final TrapMachine machine = new TrapMachine();

    private void ask(int leaf, int subleaf) {
        machine.at(0x0F, 0xA2);
        machine.registers().rax(leaf & 0xffff_ffffL);
        machine.registers().rcx(subleaf);
        machine.registers().rbx(-1L);
        assertTrue(machine.exit(ExitReason.CPUID));
        assertTrue(machine.wentOn(2));
    }

    private boolean ecxHas(CpuFeature feature) {
        return (machine.registers().rcx() & feature.mask() & 0xffff_ffffL) != 0;
    }

    private boolean edxHas(CpuFeature feature) {
        return (machine.registers().rdx() & feature.mask() & 0xffff_ffffL) != 0;
    }

    @Test
    void virtualizationMonitorAndDeadEndsAreHidden() {
        ask(FEATURES, 0);
        assertFalse(ecxHas(CpuFeature.VMX));
        assertFalse(ecxHas(CpuFeature.MONITOR));
        assertFalse(edxHas(CpuFeature.MTRR));
        assertFalse((machine.registers().rdx() & 1 << 7) != 0, "machine check exception");
        assertFalse((machine.registers().rdx() & 1 << 14) != 0, "machine check architecture");
        ask(EXTENDED_FEATURES, 0);
        assertFalse(ecxHas(CpuFeature.SVM));
    }

    @Test
    void hypervisorAndEmulatedControllerAreShown() {
        ask(FEATURES, 0);
        assertTrue(ecxHas(CpuFeature.HYPERVISOR));
        assertTrue(ecxHas(CpuFeature.X2APIC));
        assertTrue(edxHas(CpuFeature.APIC));
        ask(EXTENDED_FEATURES, 0);
        assertTrue(edxHas(CpuFeature.LONG_MODE));
        assertTrue(edxHas(CpuFeature.NX));
    }

    @Test
    void switchedOffControllerIsNotShown() {
        VcpuPlatform.of(machine.machine.vcpu).apic().setMode(org.peaberry.kernel.interrupt.ApicMode.DISABLED);
        ask(FEATURES, 0);
        assertFalse(edxHas(CpuFeature.APIC));
    }

    @Test
    void osXsaveFollowsTheGuestsControlRegister() {
        ask(FEATURES, 0);
        assertFalse(ecxHas(CpuFeature.OS_XSAVE));
        machine.processor.cr4(Cr4.OS_XSAVE);
        ask(FEATURES, 0);
        assertTrue(ecxHas(CpuFeature.OS_XSAVE));
    }

    @Test
    void signatureIsXens() {
        ask(0x4000_0000, 0);
        assertEquals("XenVMMXenVMM", text(machine.registers().rbx()) + text(machine.registers().rcx()) + text(machine.registers().rdx()));
        assertEquals(0x4000_0004L, machine.registers().rax());
        ask(0x4000_0001, 0);
        assertEquals(4 << 16 | 17, machine.registers().rax());
        ask(0x4000_0002, 0);
        assertEquals(1, machine.registers().rax());
        assertEquals(0x4000_0000L, machine.registers().rbx());
    }

    @Test
    void timeLeafHasTheCountersSpeed() {
        ask(0x4000_0003, 0);
        assertEquals(TrapMachine.FREQUENCY / 1000, machine.registers().rcx());
        ask(0x4000_0003, 2);
        assertEquals(TrapMachine.FREQUENCY / 1000, machine.registers().rax());
    }

    @Test
    void vcpuAndDomainAreNamed() {
        ask(0x4000_0004, 0);
        assertEquals(0, machine.registers().rbx());
        assertEquals(0, machine.registers().rcx());
    }

    @Test
    void unknownLeavesAreZero() {
        for (int leaf : new int[] {0x20, 0x4000_0005, 0x4fff_ffff, 0x8000_0fff, -1}) {
            ask(leaf, 0);
            assertEquals(0, machine.registers().rax() | machine.registers().rbx() | machine.registers().rcx() | machine.registers().rdx());
        }
    }

    private static String text(long register) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Integer.BYTES; i++) {
            text.append((char) (register >>> i * Byte.SIZE & 0xff));
        }
        return text.toString();
    }
}
