/** Ports: what dom0 may use, what answers for the rest. */
package org.peaberry.kernel.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.SimulatedPort;
import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.domain.ShutdownReason;

class PortTest {
    private final TrapMachine machine = new TrapMachine();
    private final List<String> accesses = new ArrayList<>();

    private SimulatedPort recording(int answer) {
        return new SimulatedPort() {
            @Override
            public int in(int port, int width) {
                accesses.add("in " + Integer.toHexString(port) + " " + width);
                return answer;
            }

            @Override
            public void out(int port, int width, int value) {
                accesses.add("out " + Integer.toHexString(port) + " " + width + " " + Integer.toHexString(value));
            }
        };
    }

    @Test
    void onlyNamedPortsAreIntercepted() {
        machine.ports.addNothing(0x20, 2);
        machine.ports.add(PciPorts.ADDRESS, PciPorts.COUNT, new PciPorts());
        machine.ports.permitOthers(machine.permissions);
        for (int port : new int[] {0x20, 0x21, 0xCF8, 0xCFF}) {
            assertTrue(machine.permissions.interceptsPort(port), Integer.toHexString(port));
        }
        for (int port : new int[] {0, 0x1F, 0x22, 0x60, 0x64, 0xCF7, 0xD00, 0xFFFF}) {
            assertFalse(machine.permissions.interceptsPort(port), Integer.toHexString(port));
        }
    }

    @Test
    void nothingReadsAsAllOnes() {
        machine.ports.addNothing(0x40, 4);
        assertEquals(-1, machine.ports.at(0x41).in(0x41, 1));
        assertEquals(-1, machine.ports.at(0x9999).in(0x9999, 2));
    }

    @Test
    void configurationCyclesReachTheHardwareWithTheirAddress() {
        machine.host.attach(PciPorts.ADDRESS, PciPorts.COUNT, recording(0x1234));
        PciPorts pci = new PciPorts();
        pci.out(PciPorts.ADDRESS, 4, 0x8000_f804);
        assertEquals(0x8000_f804, pci.in(PciPorts.ADDRESS, 4));
        assertEquals(0x1234, pci.in(0xCFE, 2));
        pci.out(0xCFC, 4, 0x55);
        assertEquals(List.of("out cf8 4 8000f804", "in cfe 2", "out cf8 4 8000f804", "out cfc 4 55"), accesses);
    }

    @Test
    void configurationWithoutEnableBitReachesNothing() {
        machine.host.attach(PciPorts.ADDRESS, PciPorts.COUNT, recording(0));
        PciPorts pci = new PciPorts();
        pci.out(PciPorts.ADDRESS, 4, 0x0000_f804);
        assertEquals(-1, pci.in(PciPorts.DATA, 4));
        pci.out(PciPorts.DATA, 4, 1);
        pci.out(PciPorts.ADDRESS, 1, 0x80);
        assertEquals(List.of(), accesses);
    }

    @Test
    void resetRegisterReboots() {
        ResetPort port = new ResetPort(machine.machine.dom0);
        port.out(ResetPort.PORT, 1, 0x02);
        assertNull(machine.machine.dom0.shutdownReason());
        port.out(ResetPort.PORT, 1, 0x06);
        assertEquals(ShutdownReason.REBOOT, machine.machine.dom0.shutdownReason());
    }

    @Test
    void sleepEnableTurnsOffAndOtherBitsReachTheHardware() {
        machine.host.attach(0x604, 2, recording(0x0001));
        SleepPort port = new SleepPort(machine.machine.dom0, 0x604);
        assertEquals(1, port.in(0x604, 2));
        port.out(0x604, 2, 0x0001);
        assertNull(machine.machine.dom0.shutdownReason());
        port.out(0x605, 1, 0x20);
        assertEquals(ShutdownReason.POWER_OFF, machine.machine.dom0.shutdownReason());
        assertEquals(List.of("in 604 2", "out 604 2 1"), accesses);
    }

    @Test
    void aRepeatedStringInstructionMovesAnElementAtEachExit() {
        machine.host.attach(0xCFC, 4, recording(0x41));
        machine.host.attach(PciPorts.ADDRESS, 4, recording(0));
        PciPorts pci = new PciPorts();
        pci.out(PciPorts.ADDRESS, 4, 0x8000_0000);
        machine.ports.add(PciPorts.ADDRESS, PciPorts.COUNT, pci);
        machine.at(0xF3, 0x6C);
        long buffer = TrapMachine.CODE + 0x100;
        machine.registers().rdi(buffer);
        machine.registers().rcx(2);
        exit(0xCFC, 1, true);
        assertTrue(machine.wentOn(0));
        exit(0xCFC, 1, true);
        assertTrue(machine.wentOn(2));
        assertEquals(buffer + 2, machine.registers().rdi());
        assertEquals(2, accesses.stream().filter("in cfc 1"::equals).count());
    }

    @Test
    void aStringInstructionOnWhatIsNoMemoryEndsTheDomain() {
        machine.ports.addNothing(0x40, 4);
        machine.at(0x6E);
        machine.registers().rsi(1 << 30);
        exit(0x40, 1, false);
        assertEquals(ShutdownReason.CRASH, machine.machine.dom0.shutdownReason());
    }

    private void exit(int port, int width, boolean isInput) {
        PortAccess access = new PortAccess();
        access.set(port, width, isInput, true, false);
        new PortExit(new GuestCrash(new Console(new SerialPort(SerialPort.COM1_BASE)))).serve(machine.machine.vcpu, access);
    }
}
