/** Traces of what checks throw, with the lines of calls and checks. */
package traces;

public final class TraceOfChecks {
    static int[] none;
    static int[] two = {1, 2};
    static Object text = "text";
    static Object[] strings = new String[1];
    static int zero;
    static TraceOfChecks missing;
    int field;

    static int check(int kind) {
        switch (kind) {
            case 0:
                return none[0];
            case 1:
                return two[kind + 1];
            case 2:
                return kind / zero;
            case 3:
                return ((Integer) text) + 1;
            case 4:
                strings[0] = kind;
                return 0;
            case 5:
                return new int[zero - 1].length;
            case 6:
                return missing.field;
            case 7:
                return (int) (5L % zero);
            default:
                throw new IllegalStateException(
                        "kind " + kind);
        }
    }

    static int middle(int kind) {
        int before = kind * 2;
        return before
                + check(kind);
    }

    public static void main(String[] arguments) {
        for (int kind = 0; kind < 9; kind++) {
            try {
                System.out.println(middle(kind));
            } catch (RuntimeException e) {
                System.out.println(kind);
                //= 0
                //= 1
                //= 2
                //= 3
                //= 4
                //= 5
                //= 6
                //= 7
                //= 8
                e.printStackTrace();
            }
        }
    }
}
