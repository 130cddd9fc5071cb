/** Switches on byte, short, char and boxed values. */
package small.switches;

public final class ByteAndCharSwitch {
    static int onByte(byte b) {
        switch (b) {
            case -128: return 1;
            case -1: return 2;
            case 127: return 3;
            default: return 0;
        }
    }

    static int onBox(Integer box) {
        switch (box) {
            case 5: return 50;
            case 1000: return 10_000;
            default: return 0;
        }
    }

    static int onShort(short s) {
        return switch (s) {
            case -32768 -> 1;
            case 32767 -> 2;
            default -> 3;
        };
    }

    public static void main(String[] arguments) {
        System.out.println(onByte((byte) 128) + " " + onByte((byte) 255) + " " + onByte((byte) 127) + " " + onByte((byte) 1)); //= 1 2 3 0
        System.out.println(onBox(5) + " " + onBox(1000) + " " + onBox(7)); //= 50 10000 0
        System.out.println(onShort((short) 32768) + " " + onShort((short) 32767) + " " + onShort((short) 0)); //= 1 2 3
    }
}
