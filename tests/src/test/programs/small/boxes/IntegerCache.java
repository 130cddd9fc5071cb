/** valueOf gives the same object from -128 to 127. */
package small.boxes;

public final class IntegerCache {
    static int[] inputs = {-129, -128, 0, 127, 128};

    public static void main(String[] arguments) {
        for (int x : inputs) {
            Integer a = x;
            Integer b = x;
            System.out.println(x + " " + (x >= -128 && x <= 127 ? a == b : a.equals(b)) + " " + a.equals(b) + " " + a.hashCode());
            //= -129 true true -129
            //= -128 true true -128
            //= 0 true true 0
            //= 127 true true 127
            //= 128 true true 128
        }
        Long l = 127L;
        Long m = 127L;
        System.out.println((l == m) + " " + l.equals(127) + " " + l.equals(127L)); //= true false true
        Character c = 'x';
        Character d = 'x';
        System.out.println((c == d) + " " + c.hashCode()); //= true 120
        Boolean t = true;
        System.out.println((t == Boolean.TRUE) + " " + t.hashCode() + " " + Boolean.hashCode(false)); //= true 1231 1237
        Byte small = (byte) -5;
        Short shorter = (short) 100;
        System.out.println(small + " " + shorter + " " + small.equals((byte) -5) + " " + shorter.equals((short) 100)); //= -5 100 true true
    }
}
