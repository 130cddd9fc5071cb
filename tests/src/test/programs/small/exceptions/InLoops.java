/** Thousands of exceptions, caught in a loop. */
package small.exceptions;

public final class InLoops {
    static int check(int i) {
        if (i % 3 == 0) {
            throw new IllegalStateException();
        }
        if (i % 5 == 0) {
            throw new IllegalArgumentException();
        }
        return i;
    }

    public static void main(String[] arguments) {
        int states = 0;
        int arguments2 = 0;
        long sum = 0;
        for (int i = 0; i < 3000; i++) {
            try {
                sum += check(i);
            } catch (IllegalStateException e) {
                states++;
            } catch (IllegalArgumentException e) {
                arguments2++;
            } finally {
                sum++;
            }
        }
        System.out.println(states + " " + arguments2 + " " + sum); //= 1000 400 2403000
    }
}
