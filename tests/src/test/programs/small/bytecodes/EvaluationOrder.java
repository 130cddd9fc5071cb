/** Operands are evaluated before checks fail, and from left to right. */
package small.bytecodes;

public final class EvaluationOrder {
    static StringBuilder log = new StringBuilder();

    static int[] array(int[] a) {
        log.append('a');
        return a;
    }

    static int index(int i) {
        log.append('i');
        return i;
    }

    static int value(int v) {
        log.append('v');
        if (v < 0) {
            throw new IllegalStateException();
        }
        return v;
    }

    static String run(int[] a, int i, int v) {
        log.setLength(0);
        try {
            array(a)[index(i)] = value(v);
            log.append(" stored");
        } catch (RuntimeException e) {
            log.append(' ').append(e.getClass().getSimpleName());
        }
        return log.toString();
    }

    public static void main(String[] arguments) {
        System.out.println(run(new int[1], 0, 1)); //= aiv stored
        System.out.println(run(null, 0, 1)); //= aiv NullPointerException
        System.out.println(run(null, 0, -1)); //= aiv IllegalStateException
        System.out.println(run(new int[1], 5, 1)); //= aiv ArrayIndexOutOfBoundsException
        System.out.println(run(new int[1], 5, -1)); //= aiv IllegalStateException
        int i = 1;
        int[] a = {0, 0, 0};
        a[i] = i = 2;
        System.out.println(a[0] + " " + a[1] + " " + a[2] + " " + i); //= 0 2 0 2
        int k = 3;
        k += k++ * 2 + k;
        System.out.println(k); //= 13
    }
}
