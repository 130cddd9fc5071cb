/** Abstract methods and classes. */
package small.classes;

public final class AbstractClasses {
    abstract static class Shape {
        abstract int area();

        int twice() {
            return 2 * area();
        }
    }

    static class Square extends Shape {
        final int side;

        Square(int side) {
            this.side = side;
        }

        @Override
        int area() {
            return side * side;
        }
    }

    static class Rectangle extends Square {
        final int height;

        Rectangle(int side, int height) {
            super(side);
            this.height = height;
        }

        @Override
        int area() {
            return side * height;
        }
    }

    public static void main(String[] arguments) {
        Shape[] shapes = {new Square(3), new Rectangle(3, 5)};
        for (Shape shape : shapes) {
            System.out.println(shape.area() + " " + shape.twice());
            //= 9 18
            //= 15 30
        }
    }
}
