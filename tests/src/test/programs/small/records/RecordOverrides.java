/** Records with methods of their own in place of the generated ones. */
package small.records;

public final class RecordOverrides {
    record Secret(String word, int[] data) {
        @Override
        public String toString() {
            return "Secret[" + word.length() + "]";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Secret s && s.word.length() == word.length();
        }

        @Override
        public int hashCode() {
            return word.length();
        }

        @Override
        public String word() {
            return word + "!";
        }
    }

    public static void main(String[] arguments) {
        Secret a = new Secret("abc", null);
        System.out.println(a + " " + a.word() + " " + a.hashCode() + " " + a.equals(new Secret("xyz", new int[1]))); //= Secret[3] abc! 3 true
    }
}
