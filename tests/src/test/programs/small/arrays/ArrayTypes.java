/** instanceof and casts of arrays. */
package small.arrays;

public final class ArrayTypes {
    static String kinds(Object o) {
        return (o instanceof int[]) + " " + (o instanceof Object[]) + " " + (o instanceof String[]) + " " + (o instanceof int[][])
                + " " + (o instanceof Comparable[]) + " " + (o instanceof Cloneable);
    }

    public static void main(String[] arguments) {
        System.out.println(kinds(new int[0])); //= true false false false false true
        System.out.println(kinds(new String[0])); //= false true true false true true
        System.out.println(kinds(new int[0][0])); //= false true false true false true
        System.out.println(kinds(new Object[0])); //= false true false false false true
        System.out.println(kinds(new Integer[0][0])); //= false true false false false true
        System.out.println(kinds("text")); //= false false false false false false
        Object o = new String[] {"x"};
        System.out.println(((Object[]) o).length + ((String[]) o)[0]); //= 1x
        try {
            System.out.println(((Integer[]) o).length);
        } catch (ClassCastException e) {
            System.out.println("no Integer[]"); //= no Integer[]
        }
    }
}
