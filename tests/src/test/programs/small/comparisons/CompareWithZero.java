/** Comparisons with zero and with constants. */
package small.comparisons;

public final class CompareWithZero {
    static int[] inputs = {-5, 0, 5, 100, 127, 128};

    public static void main(String[] arguments) {
        for (int x : inputs) {
            String text = "";
            if (x == 0) {
                text += " zero";
            }
            if (x != 0) {
                text += " nonzero";
            }
            if (x < 0) {
                text += " negative";
            }
            if (x >= 0) {
                text += " natural";
            }
            if (x > 0) {
                text += " positive";
            }
            if (x <= 0) {
                text += " not-positive";
            }
            if (x > 127) {
                text += " large";
            }
            if (100 <= x) {
                text += " hundred";
            }
            System.out.println(x + text);
            //= -5 nonzero negative not-positive
            //= 0 zero natural not-positive
            //= 5 nonzero natural positive
            //= 100 nonzero natural positive hundred
            //= 127 nonzero natural positive hundred
            //= 128 nonzero natural positive large hundred
        }
    }
}
