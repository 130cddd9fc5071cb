/** Overriding methods with narrower result types (bridge methods). */
package small.interfaces;

public final class CovariantReturn {
    interface Shape {
        Object scaled(int by);
    }

    abstract static class Base implements Comparable<Base> {
        abstract Base copy();

        int size = 1;

        public int compareTo(Base other) {
            return size - other.size;
        }
    }

    static class Box extends Base implements Shape {
        Box copy() {
            Box b = new Box();
            b.size = size + 1;
            return b;
        }

        public Box scaled(int by) {
            Box b = new Box();
            b.size = size * by;
            return b;
        }
    }

    public static void main(String[] arguments) {
        Base base = new Box();
        System.out.println(base.copy().copy().size); //= 3
        Shape shape = new Box().scaled(5);
        System.out.println(((Box) shape.scaled(3)).size); //= 15
        Comparable<Base> c = base;
        System.out.println(c.compareTo(base.copy())); //= -1
    }
}
