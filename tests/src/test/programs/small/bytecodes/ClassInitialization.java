/** Static state of several classes, each using another's. */
package small.bytecodes;

public final class ClassInitialization {
    static class A {
        static int x = B.y + 1;
        static final int[] TABLE = new int[5];

        static {
            for (int i = 0; i < TABLE.length; i++) {
                TABLE[i] = x * i;
            }
        }
    }

    static class B {
        static int y = 10;
        static A a = new A();
        static Object[] mixed = {"s", 5, new int[] {1, 2}, null, 'c', 7L, A.class};
    }

    interface C {
        int[] SHARED = {B.y, A.x};
        String NAME = String.valueOf(B.y) + A.x;
    }

    public static void main(String[] arguments) {
        System.out.println(A.x + " " + B.y + " " + A.TABLE[4]); //= 11 10 44
        System.out.println(C.SHARED[0] + C.SHARED[1] + " " + C.NAME); //= 21 1011
        A.TABLE[0] = 77;
        C.SHARED[0]++;
        System.out.println(A.TABLE[0] + " " + C.SHARED[0] + " " + (B.a != null)); //= 77 11 true
        System.out.println(B.mixed[0] + " " + B.mixed[1] + " " + ((int[]) B.mixed[2])[1] + " " + B.mixed[3] + " " + B.mixed[4] + " " + B.mixed[5] + " " + (B.mixed[6] == A.class));
        //= s 5 2 null c 7 true
    }
}
