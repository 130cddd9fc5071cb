/** Stores of narrow values through locals, fields, arrays and casts keep just their bits. */
package small.bytecodes;

public final class NarrowStores {
    byte b;
    short s;
    char c;
    boolean z;

    static int pass(int x) {
        return x;
    }

    public static void main(String[] arguments) {
        NarrowStores o = new NarrowStores();
        int[] inputs = {0x12345678, -1, 0x80, 0x8000, 0xffff, 0x10000};
        byte[] bytes = new byte[6];
        short[] shorts = new short[6];
        char[] chars = new char[6];
        for (int i = 0; i < inputs.length; i++) {
            o.b = (byte) pass(inputs[i]);
            o.s = (short) pass(inputs[i]);
            o.c = (char) pass(inputs[i]);
            o.z = pass(inputs[i]) < 0;
            bytes[i] = o.b;
            shorts[i] = o.s;
            chars[i] = o.c;
            System.out.println(o.b + " " + o.s + " " + (int) o.c + " " + o.z + " " + (bytes[i] == o.b) + " " + (o.b == (byte) inputs[i]) + " " + (shorts[i] & 0xff) + " " + (chars[i] >>> 4));
            //= 120 22136 22136 false true true 120 1383
            //= -1 -1 65535 true true true 255 4095
            //= -128 128 128 false true true 128 8
            //= 0 -32768 32768 false true true 0 2048
            //= -1 -1 65535 false true true 255 4095
            //= 0 0 0 false true true 0 0
        }
        byte x = (byte) pass(300);
        x++;
        short y = (short) (x << 9);
        System.out.println(x + " " + y + " " + (char) ('A' + x % 26)); //= 45 23040 T
    }
}
