/** Final fields, and fields set in every branch of a constructor. */
package small.classes;

public final class FinalFields {
    final int a;
    final String b;

    FinalFields(int n) {
        if (n > 0) {
            a = n;
            b = "positive";
        } else {
            a = -n;
            b = n == 0 ? "zero" : "negative";
        }
    }

    public static void main(String[] arguments) {
        int[] inputs = {5, 0, -5};
        for (int n : inputs) {
            FinalFields f = new FinalFields(n);
            System.out.println(f.a + " " + f.b);
            //= 5 positive
            //= 0 zero
            //= 5 negative
        }
    }
}
