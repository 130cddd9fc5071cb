/** A switch over distant ints (lookupswitch). */
package small.switches;

public final class SparseSwitch {
    static int code(int value) {
        switch (value) {
            case Integer.MIN_VALUE:
                return 1;
            case -1000:
                return 2;
            case 0:
                return 3;
            case 7:
                return 4;
            case 100_000:
                return 5;
            case Integer.MAX_VALUE:
                return 6;
            default:
                return 0;
        }
    }

    public static void main(String[] arguments) {
        System.out.println(code(Integer.MIN_VALUE) + " " + code(-1000) + " " + code(-999) + " " + code(0) + " " + code(7)); //= 1 2 0 3 4
        System.out.println(code(8) + " " + code(100_000) + " " + code(Integer.MAX_VALUE) + " " + code(Integer.MAX_VALUE - 1)); //= 0 5 6 0
    }
}
