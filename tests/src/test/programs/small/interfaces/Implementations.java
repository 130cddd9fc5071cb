/** Calls through an interface with several implementations. */
package small.interfaces;

public final class Implementations {
    interface Animal {
        String sound();

        int legs();
    }

    static final class Dog implements Animal {
        public String sound() {
            return "woof";
        }

        public int legs() {
            return 4;
        }
    }

    static final class Bird implements Animal {
        public String sound() {
            return "tweet";
        }

        public int legs() {
            return 2;
        }
    }

    public static void main(String[] arguments) {
        Animal[] all = {new Dog(), new Bird(), new Dog()};
        int legs = 0;
        for (Animal a : all) {
            System.out.println(a.sound());
            //= woof
            //= tweet
            //= woof
            legs += a.legs();
        }
        System.out.println(legs); //= 10
    }
}
