/** Arrays of byte keep eight signed bits. */
package small.arrays;

public final class ByteArrays {
    public static void main(String[] arguments) {
        byte[] bytes = new byte[5];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 60);
        }
        for (byte b : bytes) {
            System.out.println(b);
            //= 0
            //= 60
            //= 120
            //= -76
            //= -16
        }
        bytes[0]--;
        bytes[1] >>= 1;
        System.out.println(bytes[0] + " " + bytes[1] + " " + (bytes[0] & 0xff)); //= -1 30 255
    }
}
