/** Inner classes read and write their outer object. */
package small.inner;

public final class InnerClasses {
    private int count = 10;

    class Adder {
        final int by;

        Adder(int by) {
            this.by = by;
        }

        InnerClasses add() {
            count += by;
            return InnerClasses.this;
        }

        class Deep {
            int both() {
                return count * 100 + by;
            }
        }
    }

    public static void main(String[] arguments) {
        InnerClasses outer = new InnerClasses();
        InnerClasses.Adder adder = outer.new Adder(5);
        System.out.println(adder.add() == outer); //= true
        adder.add();
        System.out.println(outer.count); //= 20
        InnerClasses.Adder.Deep deep = adder.new Deep();
        System.out.println(deep.both()); //= 2005
    }
}
