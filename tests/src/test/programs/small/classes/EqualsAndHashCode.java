/** Classes define their own equality, and calls through Object find it. */
package small.classes;

public final class EqualsAndHashCode {
    static class Point {
        final int x;
        final int y;

        Point(int x, int y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point && ((Point) other).x == x && ((Point) other).y == y;
        }

        @Override
        public int hashCode() {
            return 31 * x + y;
        }

        @Override
        public String toString() {
            return "(" + x + ", " + y + ")";
        }
    }

    public static void main(String[] arguments) {
        Object a = new Point(1, 2);
        Object b = new Point(1, 2);
        Object c = new Point(2, 1);
        System.out.println(a.equals(b) + " " + a.equals(c) + " " + a.equals(null) + " " + a.equals("x")); //= true false false false
        System.out.println(a.hashCode() + " " + c.hashCode()); //= 33 63
        System.out.println(a); //= (1, 2)
        System.out.println("point " + c); //= point (2, 1)
    }
}
