/** Objects made at build time are changed, compared, thrown and called like others. */
package small.bytecodes;

public final class ImageObjects {
    interface Shape {
        int area();
    }

    record Square(int side) implements Shape {
        public int area() {
            return side * side;
        }
    }

    enum Level { LOW, HIGH }

    static final class Node {
        Node next;
        int value;
        Level level = Level.HIGH;
    }

    static final Shape[] SHAPES = {new Square(3), new Square(4)};
    static final RuntimeException PREPARED = new IllegalStateException("prepared");
    static final StringBuilder BUILDER = new StringBuilder("built");
    static final Node RING = new Node();
    static final Integer BOX = 1000;
    static final Object[][] NESTED = {{1, "two"}, {}, {Level.LOW}};

    static {
        RING.next = RING;
        RING.value = 5;
    }

    public static void main(String[] arguments) {
        System.out.println(SHAPES[0].area() + SHAPES[1].area() + " " + SHAPES[0] + " " + SHAPES[1].equals(new Square(4)));
        //= 25 Square[side=3] true
        try {
            throw PREPARED;
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + (e == PREPARED)); //= prepared true
        }
        BUILDER.append(" and grown beyond its first capacity of characters");
        System.out.println(BUILDER); //= built and grown beyond its first capacity of characters
        RING.next.next.value++;
        RING.next = new Node();
        System.out.println(RING.value + " " + RING.next.value + " " + RING.next.level + " " + (RING.level == Level.HIGH)); //= 6 0 HIGH true
        System.out.println(BOX + 1); //= 1001
        System.out.println(NESTED[0][1] + " " + NESTED[1].length + " " + NESTED[2][0] + " " + (NESTED[2][0] == Level.LOW)); //= two 0 LOW true
        SHAPES[0] = new Square(1);
        System.out.println(SHAPES[0].area()); //= 1
        try {
            ((Object[]) SHAPES)[1] = "no shape";
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage()); //= java.lang.String
        }
    }
}
