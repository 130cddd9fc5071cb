/** Math's integer methods. */
package small.arithmetic;

public final class MathMethods {
    public static void main(String[] arguments) {
        System.out.println(Math.abs(-5) + " " + Math.abs(Integer.MIN_VALUE) + " " + Math.abs(-5L)); //= 5 -2147483648 5
        System.out.println(Math.max(3, -4) + " " + Math.min(3, -4) + " " + Math.max(3L, 1L << 40) + " " + Math.min(-1L, 1L));
        //= 3 -4 1099511627776 -1
        System.out.println(Math.floorDiv(-7, 2) + " " + Math.floorMod(-7, 2) + " " + Math.floorDiv(7, -2) + " " + Math.floorMod(7, -2));
        //= -4 1 -4 -1
        System.out.println(Math.floorDiv(-7L, 2L) + " " + Math.floorMod(-7L, 2L)); //= -4 1
        System.out.println(Math.addExact(1, 2) + " " + Math.multiplyExact(1 << 15, 1 << 15) + " " + Math.toIntExact(77L)); //= 3 1073741824 77
    }
}
