/** Loads and checks that do not change in a loop, and those that do. */
package small.bytecodes;

public final class LoopInvariants {
    int limit;
    int[] data;

    int run(int n) {
        int sum = 0;
        for (int i = 0; i < limit; i++) {
            sum += data[i % data.length] * n;
            if (sum > 1000) {
                limit--;
            }
            if (sum > 3000) {
                data = new int[] {1};
            }
        }
        return sum;
    }

    public static void main(String[] arguments) {
        LoopInvariants o = new LoopInvariants();
        o.limit = 100;
        o.data = new int[] {5, 7, 9};
        System.out.println(o.run(3)); //= 1548
        System.out.println(o.limit + " " + o.data.length); //= 73 3
        System.out.println(o.run(0)); //= 0
        o.data = null;
        try {
            o.run(1);
        } catch (NullPointerException e) {
            System.out.println("null"); //= null
        }
    }
}
