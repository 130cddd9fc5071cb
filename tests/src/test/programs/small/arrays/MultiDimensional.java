/** Arrays of arrays: rectangular, ragged and partly created. */
package small.arrays;

public final class MultiDimensional {
    public static void main(String[] arguments) {
        int[][] square = new int[3][4];
        square[1][2] = 5;
        square[2] = new int[] {7, 8};
        System.out.println(square.length + " " + square[0].length + " " + square[1][2] + " " + square[2].length + " " + square[2][1]);
        //= 3 4 5 2 8
        long[][][] cube = new long[2][3][4];
        cube[1][2][3] = 9;
        System.out.println(cube[1][2][3] + " " + cube[0][0].length + " " + cube[1].length); //= 9 4 3
        String[][] partial = new String[2][];
        System.out.println(partial[0] == null); //= true
        partial[1] = new String[] {"a", "b"};
        System.out.println(partial[1][1]); //= b
        char[][] triangle = {{'a'}, {'b', 'c'}, {}};
        System.out.println(triangle[1][1] + " " + triangle[2].length); //= c 0
        int[][] empty = new int[0][5];
        System.out.println(empty.length); //= 0
    }
}
