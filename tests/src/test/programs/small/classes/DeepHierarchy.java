/** Calls and type tests through many levels of classes. */
package small.classes;

public final class DeepHierarchy {
    static class L0 {
        int id() {
            return 0;
        }
    }

    static class L1 extends L0 {
        int id() {
            return 1 + super.id() * 10;
        }
    }

    static class L2 extends L1 {
    }

    static class L3 extends L2 {
        int id() {
            return 3 + super.id() * 10;
        }
    }

    static class L4 extends L3 {
        int id() {
            return 4 + super.id() * 10;
        }
    }

    static class L5 extends L4 {
    }

    static class M2 extends L1 {
        int id() {
            return -2;
        }
    }

    public static void main(String[] arguments) {
        L0[] all = {new L0(), new L1(), new L2(), new L3(), new L4(), new L5(), new M2()};
        for (L0 x : all) {
            System.out.println(x.id() + " " + (x instanceof L1) + " " + (x instanceof L2) + " " + (x instanceof L3) + " " + (x instanceof L5) + " " + (x instanceof M2));
            //= 0 false false false false false
            //= 1 true false false false false
            //= 1 true true false false false
            //= 13 true true true false false
            //= 134 true true true false false
            //= 134 true true true true false
            //= -2 true false false false true
        }
    }
}
