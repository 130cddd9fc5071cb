/** ACPI discovery, fixed hardware and power control over simulated firmware. */
package org.peaberry.arch.acpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.boot.PhysicalImage;
import org.peaberry.arch.cpu.SimulatedPort;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class AcpiTest {
    private static final long ROOT = 0xF_5AD0;
    private static final long RSDT = 0x8_0000;
    private static final long FADT = 0x8_1000;
    private static final long MADT = 0x8_2000;
    private static final long DSDT = 0x8_3000;
    private static final PhysicalAddress LIMIT = PhysicalAddress.of(1 << 20);

    private final PhysicalImage image = new PhysicalImage(1 << 20);

    private static ByteBuffer table(String signature, int length) {
        ByteBuffer table = PhysicalImage.buffer(length);
        table.put(signature.getBytes(StandardCharsets.ISO_8859_1)).putInt(length).put((byte) 1);
        return table;
    }

    private void place(long at, ByteBuffer table) {
        PhysicalImage.checksum(table, 9, table.capacity());
        image.write(at, table);
    }

    private void writeRoot() {
        ByteBuffer root = PhysicalImage.buffer(20);
        root.putLong(0, RootPointer.SIGNATURE).putInt(16, (int) RSDT);
        PhysicalImage.checksum(root, 8, 20);
        image.write(ROOT, root);
        place(RSDT, table("RSDT", 44).putInt(36, (int) FADT).putInt(40, (int) MADT));
    }

    private void writeFadt() {
        ByteBuffer fadt = table("FACP", 132);
        fadt.putInt(40, (int) DSDT).putShort(46, (short) 9).putInt(48, 0xB2).put(52, (byte) 2);
        fadt.putInt(64, 0x604).putInt(76, 0x608).putInt(112, 1 << 10 | 1 << 8);
        fadt.put(116, (byte) 1).putLong(120, 0xCF9).put(128, (byte) 0x0F);
        place(FADT, fadt);
    }

    private void writeDsdt(int... aml) {
        ByteBuffer dsdt = table("DSDT", 100);
        for (int i = 0; i < aml.length; i++) {
            dsdt.put(50 + i, (byte) aml[i]);
        }
        place(DSDT, dsdt);
    }

    private void writeMadt() {
        ByteBuffer madt = table("APIC", 44 + 8 + 8 + 12 + 10 + 10 + 12);
        madt.putInt(36, 0xFEE0_0000).putInt(40, 1).position(44);
        madt.put(new byte[] {0, 8, 0, 0}).putInt(1);
        madt.put(new byte[] {0, 8, 1, 5}).putInt(0);
        madt.put(new byte[] {1, 12, 7, 0}).putInt(0xFEC0_0000).putInt(0);
        madt.put(new byte[] {2, 10, 0, 0}).putInt(2).putShort((short) 0);
        madt.put(new byte[] {2, 10, 0, 9}).putInt(9).putShort((short) 0xD);
        madt.put(new byte[] {5, 12, 0, 0}).putLong(0xFEE1_0000L);
        place(MADT, madt);
    }

    private AcpiTables discover() {
        return AcpiTables.discover(RootPointerSearch.find(), LIMIT);
    }

    @Test
    void theRootPointerIsFoundInTheBiosArea() {
        writeRoot();
        assertEquals(PhysicalAddress.of(ROOT), RootPointerSearch.find());
    }

    @Test
    void aRootPointerWithAWrongChecksumIsNotOne() {
        writeRoot();
        ByteBuffer damage = PhysicalImage.buffer(1).put(0, (byte) 0x77);
        image.write(ROOT + 9, damage);
        assertTrue(RootPointerSearch.find().isZero());
        assertThrows(AcpiException.class, this::discover);
    }

    @Test
    void soundTablesAreListedAndDamagedOnesReported() {
        writeRoot();
        writeFadt();
        writeMadt();
        image.write(FADT + 60, PhysicalImage.buffer(1).put(0, (byte) 0x55));
        AcpiTables tables = discover();
        assertEquals(1, tables.count());
        assertEquals(PhysicalAddress.of(MADT), tables.find(Signature.MADT));
        assertTrue(tables.problem().contains("FACP"), tables.problem());
        assertThrows(AcpiException.class, () -> FixedHardware.read(tables));
    }

    @Test
    void tablesOutsideOfMemoryAreNotTouched() {
        writeRoot();
        place(RSDT, table("RSDT", 48).putInt(36, 0xFFFF_FFF0).putInt(40, (1 << 20) - 8).putInt(44, 0));
        AcpiTables tables = discover();
        assertEquals(0, tables.count());
        assertTrue(tables.problem().contains("outside"), tables.problem());
    }

    @Test
    void aTableThatClaimsToBeLongerThanMemoryIsRefused() {
        writeRoot();
        writeMadt();
        ByteBuffer fadt = table("FACP", 64).putInt(4, 0x7FF0_0000);
        place(FADT, fadt);
        assertEquals(1, discover().count());
    }

    @Test
    void interruptControllersAndOverridesComeFromTheMadt() {
        writeRoot();
        writeFadt();
        writeMadt();
        InterruptTopology topology = InterruptTopology.read(discover());
        assertEquals(PhysicalAddress.of(0xFEE1_0000L), topology.localApic());
        assertEquals(1, topology.cpuCount());
        assertEquals(1, topology.ioApicCount());
        assertEquals(7, topology.ioApicId(0));
        assertEquals(PhysicalAddress.of(0xFEC0_0000L), topology.ioApicAddress(0));
        assertEquals(2, topology.lineOfIsa(0));
        assertEquals(9, topology.lineOfIsa(9));
        assertEquals(4, topology.lineOfIsa(4));
        assertTrue(topology.isLevel(9));
        assertFalse(topology.isActiveLow(9));
        assertFalse(topology.isLevel(4));
        assertTrue(topology.isLevel(16));
        assertTrue(topology.isActiveLow(16));
    }

    @Test
    void aMadtEntryOfNoLengthEndsTheList() {
        writeRoot();
        writeFadt();
        ByteBuffer madt = table("APIC", 60);
        madt.putInt(36, 0xFEE0_0000).put(44, (byte) 1);
        place(MADT, madt);
        assertEquals(0, InterruptTopology.read(discover()).ioApicCount());
    }

    private List<String> powerOffWrites() {
        List<String> writes = new ArrayList<>();
        SimulatedProcessor processor = SimulatedProcessor.install();
        processor.attach(0x604, 2, new SimulatedPort() {
            @Override
            public int in(int port, int width) {
                return 1;
            }

            @Override
            public void out(int port, int width, int value) {
                writes.add(Integer.toHexString(value));
            }
        });
        new PowerControl(FixedHardware.read(discover())).powerOff();
        return writes;
    }

    @Test
    void poweringOffWritesTheSleepTypeOfTheDsdt() {
        writeRoot();
        writeMadt();
        writeFadt();
        writeDsdt(0x08, '_', 'S', '5', '_', 0x12, 0x06, 0x04, 0x0A, 0x05, 0x00, 0x00, 0x00);
        assertEquals(List.of("1401", "3401"), powerOffWrites());
    }

    @Test
    void aZeroSleepTypeIsAsGoodAsAnyOther() {
        writeRoot();
        writeMadt();
        writeFadt();
        writeDsdt(0x08, '\\', '_', 'S', '5', '_', 0x12, 0x06, 0x04, 0x00, 0x00, 0x00, 0x00);
        assertEquals(List.of("1", "2001"), powerOffWrites());
    }

    @Test
    void thePackageMayBeTheLastThingInTheTable() {
        writeRoot();
        writeMadt();
        writeFadt();
        ByteBuffer dsdt = table("DSDT", 50);
        dsdt.position(38);
        dsdt.put(new byte[] {0x08, '_', 'S', '5', '_', 0x12, 0x06, 0x04, 0x0A, 0x07, 0x00, 0x00});
        place(DSDT, dsdt);
        assertEquals(List.of("1c01", "3c01"), powerOffWrites());
        place(DSDT, table("DSDT", 47).put(38, (byte) 0x08).put(39, (byte) '_').put(40, (byte) 'S').put(41, (byte) '5')
                .put(42, (byte) '_').put(43, (byte) 0x12).put(44, (byte) 6).put(45, (byte) 4).put(46, (byte) 0x0A));
        assertEquals(List.of(), powerOffWrites(), "cut off by the end of the table");
    }

    @Test
    void withoutAPackageTheMachineCannotBeTurnedOff() {
        writeRoot();
        writeMadt();
        writeFadt();
        writeDsdt('_', 'S', '5', '_', 0x12, 0x06, 0x04);
        assertFalse(FixedHardware.read(discover()).canPowerOff());
        assertEquals(List.of(), powerOffWrites());
    }

    @Test
    void timerAndInterruptOfTheFadtAreKept() {
        writeRoot();
        writeMadt();
        writeFadt();
        writeDsdt();
        FixedHardware hardware = FixedHardware.read(discover());
        assertEquals(0x608, hardware.timerPort());
        assertTrue(hardware.timerIs32Bit());
        assertEquals(9, hardware.systemControlInterrupt());
    }
}
