/** Variable numbers of arguments. */
package small.classes;

public final class Varargs {
    static int sum(int... values) {
        int sum = 0;
        for (int v : values) {
            sum += v;
        }
        return sum;
    }

    static String join(String separator, Object... parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : separator).append(parts[i]);
        }
        return text.toString();
    }

    public static void main(String[] arguments) {
        System.out.println(sum() + " " + sum(5) + " " + sum(1, 2, 3) + " " + sum(new int[] {4, 5})); //= 0 5 6 9
        System.out.println(join(", ", "a", 1, 'c', 2L, true, null)); //= a, 1, c, 2, true, null
        System.out.println(join("-") + "|"); //= |
    }
}
