/** Records of records and generic records. */
package small.records;

public final class NestedRecords {
    record Point(int x, int y) {
    }

    record Line(Point from, Point to) {
    }

    record Tagged<T>(String tag, T value) {
    }

    public static void main(String[] arguments) {
        Line line = new Line(new Point(0, 1), new Point(2, 3));
        System.out.println(line); //= Line[from=Point[x=0, y=1], to=Point[x=2, y=3]]
        System.out.println(line.equals(new Line(new Point(0, 1), new Point(2, 3))) + " " + line.equals(new Line(new Point(0, 1), null)));
        //= true false
        System.out.println(line.hashCode()); //= 96
        Tagged<Line> tagged = new Tagged<>("edge", line);
        System.out.println(tagged.value().to().y()); //= 3
        System.out.println(new Tagged<>("n", 5)); //= Tagged[tag=n, value=5]
    }
}
