/** Casts that succeed, that fail, and of null. */
package small.patterns;

public final class Casts {
    static String tryCast(Object o) {
        String result = "";
        try {
            result += ((String) o) + ",";
        } catch (ClassCastException e) {
            result += "no String,";
        }
        try {
            result += ((Comparable<?>) o == null) + ",";
        } catch (ClassCastException e) {
            result += "no Comparable,";
        }
        try {
            result += ((int[]) o == null);
        } catch (ClassCastException e) {
            result += "no int[]";
        }
        return result;
    }

    public static void main(String[] arguments) {
        System.out.println(tryCast("x")); //= x,false,no int[]
        System.out.println(tryCast(5)); //= no String,false,no int[]
        System.out.println(tryCast(new int[1])); //= no String,no Comparable,false
        System.out.println(tryCast(new Object())); //= no String,no Comparable,no int[]
        System.out.println(tryCast(null)); //= null,true,true
    }
}
