/** ACPI tables of a simulated machine, as firmware would leave them in the low megabyte. */
package org.peaberry.kernel.dom0;

import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.peaberry.arch.acpi.AcpiTables;
import org.peaberry.arch.acpi.RootPointer;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class FirmwareImage {
    static final long ROOT = 0xF_0000;
    static final long MCFG = 0xE_3000;
    static final long SSDT = 0xE_5000;
    private static final long RSDT = 0xE_0000;
    private static final long FADT = 0xE_1000;
    private static final long MADT = 0xE_2000;
    private static final long HPET = 0xE_4000;
    private static final int CHECKSUM = 9;

    private FirmwareImage() {
    }

    /** Writes a root pointer, and tables of which some are dom0's business. */
    static AcpiTables write() {
        place(FADT, table("FACP", 132).putInt(64, 0x604), CHECKSUM, 132);
        place(MADT, madt(), CHECKSUM, 82);
        place(MCFG, table("MCFG", 60), CHECKSUM, 60);
        place(HPET, table("HPET", 56), CHECKSUM, 56);
        place(SSDT, table("SSDT", 40), CHECKSUM, 40);
        ByteBuffer rsdt = table("RSDT", 36 + 5 * 4);
        long[] all = {FADT, MADT, MCFG, HPET, SSDT};
        for (int i = 0; i < all.length; i++) {
            rsdt.putInt(36 + i * 4, (int) all[i]);
        }
        place(RSDT, rsdt, CHECKSUM, rsdt.capacity());
        place(ROOT, buffer(36).putLong(0, RootPointer.SIGNATURE).putInt(16, (int) RSDT), 8, 20);
        return AcpiTables.discover(PhysicalAddress.of(ROOT), PhysicalAddress.of(1 << 20));
    }

    private static ByteBuffer madt() {
        ByteBuffer madt = table("APIC", 82);
        madt.putInt(36, 0xFEE0_0000).putInt(40, 1).position(44);
        madt.put(new byte[] {0, 8, 0, 0}).putInt(1);
        madt.put(new byte[] {1, 12, 7, 0}).putInt(0xFEC0_0000).putInt(0);
        madt.put(new byte[] {2, 10, 0, 9}).putInt(9).putShort((short) 0xD);
        madt.put(new byte[] {0, 8, 1, 1}).putInt(1);
        return madt;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer table(String signature, int length) {
        ByteBuffer table = buffer(length);
        table.put(signature.getBytes(StandardCharsets.ISO_8859_1)).putInt(length);
        return table;
    }

    private static void place(long at, ByteBuffer table, int checksumOffset, int summed) {
        byte sum = 0;
        for (int i = 0; i < summed; i++) {
            sum += table.get(i);
        }
        table.put(checksumOffset, (byte) -sum);
        for (int i = 0; i < table.capacity(); i++) {
            Memory.storeByte(DirectMap.addressOf(PhysicalAddress.of(at)).toLong() + i, table.get(i));
        }
    }
}
