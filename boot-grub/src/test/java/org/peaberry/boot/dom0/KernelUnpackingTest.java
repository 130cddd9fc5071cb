/** Boot images of our own making, good and damaged ones. */
package org.peaberry.boot.dom0;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.peaberry.boot.host.BuildException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class KernelUnpackingTest {
    private static final int SETUP_SIZE = 1024;     // one setup sector behind the boot sector
    private static final int PAYLOAD_OFFSET = 64;

    @Test
    void packedKernelComesOutAsItWentIn() throws IOException {
        byte[] kernel = kernel();
        assertArrayEquals(kernel, unpack(image(pack(kernel))));
    }

    @Test
    void fileWithoutLinuxHeaderIsNoBzImage() {
        assertFalse(BzImage.isBzImage(new byte[4096]));
        assertFalse(BzImage.isBzImage(new byte[10]));
    }

    @Test
    void cutOffImageIsNamedAsSuch() throws IOException {
        byte[] image = image(pack(kernel()));
        assertMessage("cut off", () -> unpack(Arrays.copyOf(image, image.length - 100)));
    }

    @Test
    void flippedBitInThePackedKernelIsFound() throws IOException {
        byte[] image = image(pack(kernel()));
        image[SETUP_SIZE + PAYLOAD_OFFSET + 200] ^= 4;
        assertMessage("damaged", () -> unpack(image));
    }

    @Test
    void otherPackersAreNamedWithAWayOut() {
        byte[] lz4 = new byte[64];
        ByteBuffer.wrap(lz4).order(ByteOrder.LITTLE_ENDIAN).putInt(0x184C2102);
        assertMessage("vmlinux", () -> unpack(image(lz4)));
    }

    @Test
    void oldBootProtocolIsRefused() throws IOException {
        byte[] image = image(pack(kernel()));
        image[0x206] = 7;
        assertMessage("2.08", () -> unpack(image));
    }

    private static void assertMessage(String part, Executable action) {
        String message = assertThrows(BuildException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static byte[] unpack(byte[] image) {
        return new KernelPayload(new BzImage(image).payload()).unpack();
    }

    private static byte[] kernel() {
        byte[] kernel = new byte[20_000];
        new Random(1).nextBytes(kernel);
        System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F'}, 0, kernel, 0, 4);
        return kernel;
    }

    private static byte[] pack(byte[] kernel) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(packed, new LZMA2Options())) {
            xz.write(kernel);
        }
        packed.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(kernel.length).array());
        return packed.toByteArray();
    }

    private static byte[] image(byte[] payload) {
        ByteBuffer image = ByteBuffer.allocate(SETUP_SIZE + PAYLOAD_OFFSET + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0x1F1, (byte) 1).putInt(0x202, 0x53726448).putShort(0x206, (short) 0x20F);
        image.putInt(0x248, PAYLOAD_OFFSET).putInt(0x24C, payload.length);
        image.position(SETUP_SIZE + PAYLOAD_OFFSET).put(payload);
        return image.array();
    }
}
