/** A sealed hierarchy taken apart with patterns. */
package small.patterns;

public final class SealedClasses {
    sealed interface Shape permits Circle, Rectangle {
    }

    record Circle(int radius) implements Shape {
    }

    record Rectangle(int width, int height) implements Shape {
    }

    static int area(Shape shape) {
        if (shape instanceof Circle c) {
            return 3 * c.radius() * c.radius();
        } else if (shape instanceof Rectangle r) {
            return r.width() * r.height();
        }
        throw new IllegalStateException();
    }

    public static void main(String[] arguments) {
        Shape[] shapes = {new Circle(2), new Rectangle(3, 4)};
        for (Shape shape : shapes) {
            System.out.println(shape + " " + area(shape));
            //= Circle[radius=2] 12
            //= Rectangle[width=3, height=4] 12
        }
    }
}
