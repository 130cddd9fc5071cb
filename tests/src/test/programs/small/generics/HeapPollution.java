/** A cast that javac inserts fails where the value is used. */
package small.generics;

public final class HeapPollution {
    static final class Box<T> {
        T value;
    }

    @SuppressWarnings("unchecked")
    static void pollute(Box<?> box) {
        ((Box<Object>) box).value = 5;
    }

    public static void main(String[] arguments) {
        Box<String> box = new Box<>();
        pollute(box);
        System.out.println((Object) box.value); //= 5
        try {
            String text = box.value;
            System.out.println(text);
        } catch (ClassCastException e) {
            System.out.println("no String"); //= no String
        }
    }
}
