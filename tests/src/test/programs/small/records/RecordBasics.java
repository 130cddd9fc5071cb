/** Components, equals, hashCode and toString of records. */
package small.records;

public final class RecordBasics {
    record Point(int x, int y) {
    }

    record Person(String name, int age, boolean admin, char initial, long id) {
    }

    public static void main(String[] arguments) {
        Point a = new Point(3, -4);
        System.out.println(a.x() + " " + a.y() + " " + a); //= 3 -4 Point[x=3, y=-4]
        System.out.println(a.equals(new Point(3, -4)) + " " + a.equals(new Point(3, 4)) + " " + a.equals(null) + " " + a.equals("x"));
        //= true false false false
        System.out.println(a.hashCode() == new Point(3, -4).hashCode()); //= true
        System.out.println(a.hashCode()); //= 89
        Person person = new Person("Ann", 30, true, 'A', 1L << 40);
        System.out.println(person); //= Person[name=Ann, age=30, admin=true, initial=A, id=1099511627776]
        System.out.println(person.equals(new Person("Ann", 30, true, 'A', 1L << 40))); //= true
        System.out.println(person.hashCode()); //= 811070033
        System.out.println(new Person(null, 0, false, ' ', 0)); //= Person[name=null, age=0, admin=false, initial= , id=0]
        System.out.println(new Person(null, 0, false, ' ', 0).equals(new Person(null, 0, false, ' ', 0))); //= true
    }
}
