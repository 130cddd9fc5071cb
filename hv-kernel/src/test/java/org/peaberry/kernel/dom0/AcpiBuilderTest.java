/** dom0's ACPI tables: sound, with its own vCPUs, without what belongs to the hypervisor. */
package org.peaberry.kernel.dom0;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.acpi.AcpiTables;
import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.arch.acpi.Signature;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.memory.SimulatedHost;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class AcpiBuilderTest {
    private static final long PLACE = 0x20_0000;

    private final SimulatedHost host = new SimulatedHost(4 << 20);
    private AcpiTables firmware;
    private AcpiTables built;
    private long root;

    @BeforeEach
    void build() {
        firmware = FirmwareImage.write();
        AcpiBuilder builder = new AcpiBuilder(firmware, InterruptTopology.read(firmware), 2);
        root = builder.build(DirectMap.addressOf(PhysicalAddress.of(PLACE)), GuestPhysicalAddress.of(PLACE)).toLong();
        built = AcpiTables.discover(PhysicalAddress.of(root), PhysicalAddress.of(4 << 20));
    }

    @Test
    void everyTableIsSound() {
        assertEquals("", built.problem());
        assertEquals(4, built.count());
        assertTrue(host.allocator.freeFrames() > 0);
    }

    @Test
    void whatTheHypervisorOwnsIsLeftOut() {
        assertTrue(built.find(Signature.HPET).isZero());
        assertEquals(FirmwareImage.MCFG, built.find(Signature.MCFG).toLong());
        assertEquals(FirmwareImage.SSDT, built.find(Signature.of("SSDT")).toLong());
    }

    @Test
    void interruptTableHasTheVcpusAndTheMachinesControllers() {
        InterruptTopology topology = InterruptTopology.read(built);
        assertEquals(2, topology.cpuCount());
        assertEquals(0, topology.cpuApicId(0));
        assertEquals(2, topology.cpuApicId(1));
        assertEquals(1, topology.ioApicCount());
        assertEquals(7, topology.ioApicId(0));
        assertEquals(0xFEC0_0000L, topology.ioApicAddress(0).toLong());
        assertTrue(topology.isLevel(9));
        assertFalse(topology.isActiveLow(9));
    }

    @Test
    void messageSignalledInterruptsAreForbidden() {
        long fadt = built.find(Signature.FADT).toLong();
        assertTrue(fadt >= PLACE, "firmware's own table stays as it is");
        assertTrue((DirectMap.addressOf(PhysicalAddress.of(fadt)).loadShort(109) & 1 << 3) != 0);
        assertEquals(0x604, DirectMap.addressOf(PhysicalAddress.of(fadt)).loadInt(64));
    }

    @Test
    void everythingFitsIntoTheSpaceSetAside() {
        assertTrue(root >= PLACE && root < PLACE + AcpiBuilder.SIZE);
        for (int i = 0; i < built.count(); i++) {
            long end = built.address(i).toLong() + built.table(i).length();
            assertTrue(built.address(i).toLong() < PLACE || end <= PLACE + AcpiBuilder.SIZE);
        }
    }
}
