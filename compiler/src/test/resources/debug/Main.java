// The program that the debugger tests look at; their line numbers are of this file.
import org.peaberry.runtime.annotation.NoInline;

public class Main {
    static class Shape {
        int sides;
        long area;

        Shape(int sides, long area) {
            this.sides = sides;
            this.area = area;
        }

        long scaled(int factor) {
            long product = area * factor;
            return product + sides;
        }
    }

    static final class Box extends Shape {
        int[] sizes;
        boolean open;
        char mark;

        Box(int[] sizes, char mark) {
            super(4, sum(sizes));
            this.sizes = sizes;
            this.mark = mark;
            this.open = true;
        }
    }

    static int count; static Shape seen;

    static long sum(int[] values) {
        long total = 0;
        for (int i = 0; i < values.length; i++) {
            total += values[i];
        }
        return total;
    }

    @NoInline
    static int factorial(int n) {
        count++;
        if (n <= 1) {
            return 1;
        }
        int rest = factorial(n - 1);
        return n * rest;
    }

    static long work(Shape shape, int rounds) {
        long result = 0;
        for (int i = 0; i < rounds; i++) {
            result += shape.scaled(i);
            System.out.println(result);
        }
        return result;
    }

    @NoInline public static void main(String[] arguments) {
        Box box = new Box(new int[] {3, 4, 5 + arguments.length}, 'x');
        System.out.println(factorial(3 + arguments.length));
        System.out.println(work(box, 3 + arguments.length));
        System.out.println(sum(box.sizes) + count); seen = box;
    }
}
