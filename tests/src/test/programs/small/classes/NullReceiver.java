/** Field accesses and calls on null throw. */
package small.classes;

public final class NullReceiver {
    int field;
    long[] array;

    int method() {
        return field;
    }

    final int finalMethod() {
        return 5;
    }

    static NullReceiver none() {
        return null;
    }

    public static void main(String[] arguments) {
        NullReceiver x = none();
        try {
            System.out.println(x.field);
        } catch (NullPointerException e) {
            System.out.println("read"); //= read
        }
        try {
            x.field = 1;
        } catch (NullPointerException e) {
            System.out.println("write"); //= write
        }
        try {
            System.out.println(x.method());
        } catch (NullPointerException e) {
            System.out.println("virtual"); //= virtual
        }
        try {
            System.out.println(x.finalMethod());
        } catch (NullPointerException e) {
            System.out.println("final"); //= final
        }
        try {
            System.out.println(new NullReceiver().array[0]);
        } catch (NullPointerException e) {
            System.out.println("array"); //= array
        }
        try {
            Object o = null;
            System.out.println(o.toString());
        } catch (NullPointerException e) {
            System.out.println("Object"); //= Object
        }
    }
}
