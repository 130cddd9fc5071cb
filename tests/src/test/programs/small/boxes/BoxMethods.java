/** Constants, sums and parsing of the number classes. */
package small.boxes;

public final class BoxMethods {
    public static void main(String[] arguments) {
        System.out.println(Integer.MAX_VALUE + " " + Integer.MIN_VALUE + " " + Long.MAX_VALUE + " " + Byte.MIN_VALUE + " " + Short.MAX_VALUE + " " + (int) Character.MAX_VALUE);
        //= 2147483647 -2147483648 9223372036854775807 -128 32767 65535
        System.out.println(Integer.sum(3, 4) + " " + Integer.max(3, 4) + " " + Integer.min(3, 4) + " " + Long.sum(1L, 2L) + " " + Long.max(5L, -5L));
        //= 7 4 3 3 5
        System.out.println(Integer.valueOf("12") + Integer.valueOf(13)); //= 25
        System.out.println(Integer.BYTES + " " + Long.SIZE + " " + Integer.hashCode(77) + " " + Long.hashCode(1L << 32 | 5)); //= 4 64 77 4
        System.out.println(Boolean.parseBoolean("TRUE") + " " + Boolean.parseBoolean("yes") + " " + Boolean.logicalXor(true, false));
        //= true false true
        System.out.println(Byte.parseByte("-128") + " " + Short.parseShort("1234")); //= -128 1234
        System.out.println(Byte.toUnsignedInt((byte) -1) + " " + Short.toUnsignedInt((short) -1)); //= 255 65535
    }
}
