/** Bounds checks of arrays of every element type. */
package small.arrays;

public final class BoundsOfAllKinds {
    static int checked(int kind, int index) {
        try {
            switch (kind) {
                case 0: return new byte[1][index].length;
                case 1: return new boolean[] {true}[index] ? 1 : 0;
                case 2: return new char[] {'a'}[index];
                case 3: return new short[] {3}[index];
                case 4: return (int) new long[] {4}[index];
                case 5: return new String[] {"five"}[index].length();
                default: return new byte[] {6}[index];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
            return -1;
        }
    }

    public static void main(String[] arguments) {
        for (int kind = 0; kind < 7; kind++) {
            System.out.println(checked(kind, 0) + " " + checked(kind, 1));
        }
    }
}
