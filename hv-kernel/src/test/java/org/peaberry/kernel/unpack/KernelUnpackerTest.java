/** Kernels in boot images: every packing, sound and damaged. */
package org.peaberry.kernel.unpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peaberry.kernel.dom0.BootModule;
import org.peaberry.kernel.dom0.LaunchException;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;
import org.tukaani.xz.XZ;

class KernelUnpackerTest {
    private static final int SIZE = 20_000;
    private static final byte[] KERNEL = PackedKernels.kernel(SIZE);

    private PlainMemory memory;

    enum Packing {
        XZ, GZIP, LZ4;

        byte[] pack(byte[] kernel) throws IOException {
            return switch (this) {
                case XZ -> PackedKernels.xz(kernel);
                case GZIP -> PackedKernels.gzip(kernel);
                case LZ4 -> PackedKernels.lz4(kernel);
            };
        }
    }

    /** From low to high; knows what was given back. */
    private static final class PlainMemory implements UnpackMemory {
        private static final long START = 0x1000_0000;

        private long next = START;
        private long out;

        @Override
        public Address take(long bytes, String purpose) {
            Address start = Address.of(next);
            next += bytes;
            out += bytes;
            return start;
        }

        @Override
        public Address takeCleared(long bytes, String purpose) {
            return take(bytes, purpose);
        }

        @Override
        public void giveBack(Address start, long bytes) {
            out -= bytes;
        }
    }

    @BeforeEach
    @BeforeTry
    void freshMemory() {
        SimulatedMemory simulated = SimulatedMemory.install();
        simulated.map(PackedKernels.FILE.toLong(), 4 * SIZE);
        simulated.map(PlainMemory.START, 4 * SIZE);
        memory = new PlainMemory();
    }

    @ParameterizedTest
    @EnumSource
    void everyPackingGivesTheKernel(Packing packing) throws IOException, LaunchException {
        assertIsKernel(unpack(PackedKernels.image(packing.pack(KERNEL), SIZE)));
        assertEquals(SIZE, memory.out, "only the kernel's memory is kept");
    }

    @ParameterizedTest
    @ValueSource(ints = {XZ.CHECK_NONE, XZ.CHECK_CRC32, XZ.CHECK_CRC64, XZ.CHECK_SHA256})
    void everyCheckOfXzIsUnderstood(int check) throws IOException, LaunchException {
        assertIsKernel(unpack(PackedKernels.image(PackedKernels.xz(KERNEL, check), SIZE)));
    }

    @Test
    void whatIsNoBootImageIsLeftAlone() {
        assertFalse(KernelUnpacker.isPacked(PackedKernels.module(KERNEL)));
        assertFalse(KernelUnpacker.isPacked(PackedKernels.module(new byte[10])));
        assertTrue(KernelUnpacker.isPacked(PackedKernels.image(KERNEL, SIZE)));
    }

    @Test
    void anUnknownPackingSaysWhichAreKnown() {
        assertMessage(PackedKernels.image(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 0}, SIZE), "XZ, gzip and LZ4");
    }

    @Test
    void anOldBootProtocolIsRefused() {
        BootModule module = PackedKernels.image(KERNEL, SIZE);
        PackedKernels.FILE.store(0x206L, (short) 0x207);
        assertMessage(module, "2.6.26 or later");
    }

    @ParameterizedTest
    @EnumSource
    void aKernelThatIsCutOffIsNamed(Packing packing) throws IOException {
        BootModule whole = PackedKernels.image(packing.pack(KERNEL), SIZE);
        assertMessage(new BootModule("boot module 1", whole.start(), whole.size() - 100), "cut off");
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatEndsEarlyIsDamaged(Packing packing) throws IOException {
        byte[] packed = packing.pack(KERNEL);
        assertMessage(PackedKernels.image(Arrays.copyOf(packed, packed.length / 2), SIZE), "damaged");
        assertEquals(SIZE, memory.out, "the working memory is given back");
    }

    @ParameterizedTest
    @ValueSource(ints = {SIZE - 1, SIZE + 1, 0, -1, Integer.MIN_VALUE})
    void aWrongSizeIsDamage(int announced) throws IOException {
        assertMessage(PackedKernels.image(PackedKernels.xz(KERNEL), announced), "announces");
    }

    @Property(tries = 300)
    void aDamagedByteGivesTheKernelOrAClearMessage(@ForAll Packing packing, @ForAll @IntRange(max = 20_000) int where, @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        byte[] packed = packing.pack(KERNEL);
        packed[where % packed.length] ^= (byte) flip;
        BootModule image = PackedKernels.image(packed, SIZE);
        try {
            BootModule kernel = unpack(image);
            assertEquals(SIZE, kernel.size());
        } catch (LaunchException e) {
            assertTrue(e.getMessage().startsWith("dom0: the kernel in boot module 1 is "), e.getMessage());
        }
    }

    private BootModule unpack(BootModule image) throws LaunchException {
        return KernelUnpacker.of(image, memory).unpack();
    }

    private void assertMessage(BootModule image, String words) {
        String message = assertThrows(LaunchException.class, () -> unpack(image)).getMessage();
        assertTrue(message.contains(words), message);
    }

    private static void assertIsKernel(BootModule module) {
        assertEquals(SIZE, module.size());
        for (int i = 0; i < SIZE; i++) {
            assertEquals(KERNEL[i], module.start().loadByte(i), "byte " + i);
        }
    }
}
