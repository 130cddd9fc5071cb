/** Stores through one name are seen through another, in fields and arrays, around calls. */
package small.bytecodes;

public final class Aliases {
    int x;
    Aliases other;

    static int both(Aliases a, Aliases b) {
        a.x = 1;
        b.x = 2;
        return a.x * 10 + b.x;
    }

    static int arrays(int[] a, int[] b, int i, int j) {
        a[i] = 5;
        b[j] = 6;
        return a[i] * 10 + b[j];
    }

    int through() {
        x = 3;
        other.bump();
        return x;
    }

    void bump() {
        x++;
    }

    public static void main(String[] arguments) {
        Aliases a = new Aliases();
        Aliases b = new Aliases();
        System.out.println(both(a, b) + " " + both(a, a)); //= 12 22
        int[] array = new int[4];
        System.out.println(arrays(array, array, 0, 1) + " " + arrays(array, array, 2, 2) + " " + arrays(array, new int[3], 2, 2)); //= 56 66 56
        a.other = a;
        b.other = a;
        System.out.println(a.through() + " " + b.through() + " " + a.x); //= 4 3 5
    }
}
