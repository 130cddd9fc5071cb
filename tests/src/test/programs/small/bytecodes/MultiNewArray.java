/** Arrays of several dimensions, all or some of them given. */
package small.bytecodes;

public final class MultiNewArray {
    public static void main(String[] arguments) {
        int[][][][] a = new int[2][3][4][];
        System.out.println(a.length + " " + a[1].length + " " + a[1][2].length + " " + (a[1][2][3] == null)); //= 2 3 4 true
        a[1][2][3] = new int[] {5};
        System.out.println(a[1][2][3][0]); //= 5
        String[][] s = new String[2][2];
        s[1][1] = "x";
        System.out.println(s[0][0] + s[1][1]); //= nullx
        try {
            long[][] bad = new long[3][Integer.parseInt("-2")];
            System.out.println(bad.length);
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage()); //= -2
        }
        byte[][] bytes = new byte[0][Integer.parseInt("7")];
        System.out.println(bytes.length); //= 0
        Object o = new boolean[2][3];
        System.out.println((o instanceof boolean[][]) + " " + (o instanceof Object[]) + " " + (o instanceof boolean[])); //= true true false
    }
}
