/** Boxes in arithmetic, comparisons and loops. */
package small.boxes;

public final class Unboxing {
    static Integer none;

    public static void main(String[] arguments) {
        Integer a = 1000;
        Integer b = 1000;
        System.out.println((a + b) + " " + a.equals(b) + " " + (a.intValue() == b) + " " + (a <= b)); //= 2000 true true true
        a++;
        a += 5;
        System.out.println(a); //= 1006
        Long sum = 0L;
        for (Integer i = 0; i < 10; i++) {
            sum += i;
        }
        System.out.println(sum); //= 45
        Object o = 'c';
        System.out.println((char) o + 1); //= 100
        try {
            int x = none;
            System.out.println(x);
        } catch (NullPointerException e) {
            System.out.println("null"); //= null
        }
        System.out.println(((Number) 300).byteValue() + " " + Integer.valueOf(70000).shortValue() + " " + Long.valueOf(1L << 33).intValue());
        //= 44 4464 0
    }
}
