/** Multiboot information, honest and not. */
package org.peaberry.arch.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class BootInformationTest {
    private static final long INFORMATION = 0x9000;
    private static final long MODULES = 0x9800;
    private static final long MAP = 0xA000;
    private static final long STRINGS = 0xB000;

    private final PhysicalImage image = new PhysicalImage(1 << 20);

    private BootInformation readMultiboot1(int flags, int moduleCount, int mapBytes) {
        ByteBuffer info = PhysicalImage.buffer(116);
        info.putInt(0, flags).putInt(16, (int) STRINGS).putInt(20, moduleCount).putInt(24, (int) MODULES);
        info.putInt(44, mapBytes).putInt(48, (int) MAP).putInt(64, (int) STRINGS + 0x100);
        image.write(INFORMATION, info);
        return BootInformationReader.read(BootInformationReader.MULTIBOOT1_MAGIC, PhysicalAddress.of(INFORMATION));
    }

    private void writeMultiboot1Content(String loader) {
        image.write(STRINGS, "/peaberry.elf com1=115200,8n1 dom0_mem=512M");
        image.write(STRINGS + 0x100, loader);
        image.write(STRINGS + 0x200, "vmlinux root=/dev/ram0 quiet");
        ByteBuffer modules = PhysicalImage.buffer(32);
        modules.putInt(0x40_0000).putInt(0x50_0000).putInt((int) STRINGS + 0x200).putInt(0);
        modules.putInt(0x50_0000).putInt(0x50_1000).putInt(0).putInt(0);
        image.write(MODULES, modules);
        ByteBuffer map = PhysicalImage.buffer(48);
        map.putInt(20).putLong(0).putLong(0x9FC00).putInt(1);
        map.putInt(20).putLong(0xFFFF_FFFF_FFFF_F000L).putLong(0x2000).putInt(2);
        image.write(MAP, map);
    }

    @Test
    void multiboot1FromQemuIsRead() {
        writeMultiboot1Content("qemu");
        BootInformation result = readMultiboot1(1 << 2 | 1 << 3 | 1 << 6 | 1 << 9, 2, 48);
        assertEquals("com1=115200,8n1 dom0_mem=512M", result.commandLine());
        assertEquals("qemu", result.loaderName());
        assertEquals(2, result.moduleCount());
        assertEquals("root=/dev/ram0 quiet", result.moduleArguments(0));
        assertEquals("", result.moduleArguments(1));
        assertEquals(PhysicalAddress.of(0x50_0000), result.moduleEnd(0));
        assertEquals(1, result.rangeCount(), "a range that wraps around is dropped");
        assertEquals(PhysicalAddress.of(0x9FC00), result.rangeEnd(0));
        assertEquals(1, result.rangeType(0));
        assertTrue(result.rootPointer().isZero());
    }

    @Test
    void grub2PassesNoFileNameSoNothingIsCutOff() {
        writeMultiboot1Content("GRUB 2.06-13+deb12u1");
        BootInformation result = readMultiboot1(1 << 2 | 1 << 6 | 1 << 9, 0, 48);
        assertEquals("/peaberry.elf com1=115200,8n1 dom0_mem=512M", result.commandLine());
    }

    @Test
    void absentPartsAreNotRead() {
        writeMultiboot1Content("qemu");
        BootInformation result = readMultiboot1(1 << 6, -1, 48);
        assertEquals(0, result.moduleCount());
        assertEquals("", result.commandLine());
    }

    @Test
    void liesOfALoaderAreRefusedWithAMessage() {
        writeMultiboot1Content("qemu");
        assertThrows(BootException.class, () -> readMultiboot1(1 << 3 | 1 << 6, -1, 48));
        assertThrows(BootException.class, () -> readMultiboot1(1 << 3 | 1 << 6, 1000, 48));
        assertThrows(BootException.class, () -> readMultiboot1(1 << 6, 0, -1));
        assertThrows(BootException.class, () -> readMultiboot1(0, 0, 0));
        assertThrows(BootException.class, () -> BootInformationReader.read(0x1234, PhysicalAddress.of(INFORMATION)));
        ByteBuffer broken = PhysicalImage.buffer(16);
        broken.putInt(0x50_0000).putInt(0x40_0000);
        image.write(MODULES, broken);
        assertThrows(BootException.class, () -> readMultiboot1(1 << 3 | 1 << 6, 1, 48));
        image.write(MAP, PhysicalImage.buffer(48));
        assertThrows(BootException.class, () -> readMultiboot1(1 << 6, 0, 48));
    }

    private static ByteBuffer multiboot2() {
        ByteBuffer info = PhysicalImage.buffer(256);
        info.putLong(0);
        tag(info, 1, "console=com1".getBytes(StandardCharsets.ISO_8859_1), true);
        tag(info, 2, "GRUB 2.06".getBytes(StandardCharsets.ISO_8859_1), true);
        ByteBuffer module = PhysicalImage.buffer(8 + 5);
        module.putInt(0x10_0000).putInt(0x18_0000).put("quiet".getBytes(StandardCharsets.ISO_8859_1));
        tag(info, 3, module.array(), true);
        ByteBuffer map = PhysicalImage.buffer(8 + 24);
        map.putInt(24).putInt(0).putLong(0x10_0000).putLong(0x3FF0_0000).putInt(1).putInt(0);
        tag(info, 6, map.array(), false);
        tag(info, 15, new byte[36], false);
        tag(info, 14, new byte[20], false);
        tag(info, 0, new byte[0], false);
        info.putInt(0, info.position());
        return info;
    }

    private static void tag(ByteBuffer info, int type, byte[] content, boolean terminated) {
        int size = 8 + content.length + (terminated ? 1 : 0);
        info.putInt(type).putInt(size).put(content);
        info.position(info.position() + size - 8 - content.length);
        info.position(info.position() + 7 & -8);
    }

    private BootInformation readMultiboot2(ByteBuffer info) {
        image.write(INFORMATION, info);
        return BootInformationReader.read(BootInformationReader.MULTIBOOT2_MAGIC, PhysicalAddress.of(INFORMATION));
    }

    @Test
    void multiboot2FromGrubIsRead() {
        BootInformation result = readMultiboot2(multiboot2());
        assertEquals("console=com1", result.commandLine());
        assertEquals("quiet", result.moduleArguments(0));
        assertEquals(PhysicalAddress.of(0x18_0000), result.moduleEnd(0));
        assertEquals(PhysicalAddress.of(0x4000_0000), result.rangeEnd(0));
        assertEquals(PhysicalAddress.of(INFORMATION + 8 + 24 + 24 + 24 + 40 + 8), result.rootPointer());
        assertEquals(INFORMATION, result.start().toLong());
    }

    @Test
    void aTagLongerThanTheWholeIsRefused() {
        ByteBuffer info = multiboot2();
        info.putInt(12, 0x7fff_ffff);
        assertThrows(BootException.class, () -> readMultiboot2(info));
    }

    @Test
    void aTagOfZeroBytesDoesNotLoopForEver() {
        ByteBuffer info = multiboot2();
        info.putInt(12, 0);
        assertThrows(BootException.class, () -> readMultiboot2(info));
    }

    @Property(tries = 300)
    void damagedMultiboot2InformationIsReadOrRefusedButNeverReadBeyondItsEnd(@ForAll @Size(min = 1, max = 6) int[] damage) {
        PhysicalImage fresh = new PhysicalImage(1 << 20);
        ByteBuffer info = multiboot2();
        for (int d : damage) {
            info.put(8 + Math.floorMod(d, 200), (byte) (d >>> 16));
        }
        fresh.write(INFORMATION, info);
        try {
            BootInformationReader.read(BootInformationReader.MULTIBOOT2_MAGIC, PhysicalAddress.of(INFORMATION));
        } catch (BootException refused) {
            assertTrue(refused.getMessage().length() > 10);
        }
    }
}
