/** Streams in memory, byte buffers, checksums and digests. */
package small.jdk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

public class ByteStreams {
    static byte[] sample(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 + (i >> 5));
        }
        return bytes;
    }

    static void buffers() {
        ByteBuffer buffer = ByteBuffer.allocate(24);
        buffer.putLong(0x0123456789abcdefL).putInt(-2).putShort((short) 0x8001).putChar('\u20ac');
        buffer.order(ByteOrder.LITTLE_ENDIAN).putLong(-3);
        System.out.println(buffer.position() + " " + buffer.remaining() + " " + buffer.getLong(16) + " " + buffer.getInt(1));
        try {
            buffer.putInt(1);
        } catch (BufferOverflowException e) {
            System.out.println("overflow at " + buffer.position());
        }
        buffer.flip();
        System.out.println(Long.toHexString(buffer.getLong()) + " " + buffer.getInt() + " " + buffer.getShort() + " " + (int) buffer.getChar());
        buffer.position(20);
        try {
            System.out.println(buffer.getLong());
        } catch (BufferUnderflowException e) {
            System.out.println("underflow at " + buffer.position());
        }
        try {
            System.out.println(buffer.getInt(21));
        } catch (IndexOutOfBoundsException e) {
            System.out.println("index");
        }
        System.out.println(ByteBuffer.wrap(sample(40), 3, 20).slice().order(ByteOrder.LITTLE_ENDIAN).getLong(5));
    }

    static void streams() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(42);
        out.writeLong(Long.MIN_VALUE);
        out.writeUTF("gr\u00fc\u00df");
        out.writeShort(-1);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        System.out.println(in.readInt() + " " + in.readLong() + " " + in.readUTF() + " " + in.readUnsignedShort());
        try {
            in.readByte();
        } catch (EOFException e) {
            System.out.println("end");
        }
        System.out.println(bytes.size() + " " + bytes.toString().length());
    }

    static void checksums() throws IOException, NoSuchAlgorithmException {
        for (int length : new int[] {0, 1, 7, 8, 9, 55, 56, 63, 64, 65, 1000}) {
            CRC32 crc = new CRC32();
            crc.update(sample(length), 0, length);
            crc.update(200);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(sample(length));
            long folded = 0;
            for (byte b : hash) {
                folded = folded * 257 + b;
            }
            System.out.println(length + " " + crc.getValue() + " " + Long.toHexString(folded));
        }
        CheckedInputStream checked = new CheckedInputStream(new ByteArrayInputStream(sample(100)), new CRC32());
        System.out.println(checked.skip(10) + " " + checked.read() + " " + checked.getChecksum().getValue());
        try {
            MessageDigest.getInstance("NONE-1");
        } catch (NoSuchAlgorithmException e) {
            System.out.println(e.getMessage());
        }
    }

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        buffers();
        streams();
        checksums();
    }
}
