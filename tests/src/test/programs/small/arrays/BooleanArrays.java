/** Arrays of boolean: a sieve. */
package small.arrays;

public final class BooleanArrays {
    public static void main(String[] arguments) {
        boolean[] composite = new boolean[50];
        for (int i = 2; i * i < composite.length; i++) {
            for (int j = i * i; !composite[i] && j < composite.length; j += i) {
                composite[j] = true;
            }
        }
        StringBuilder primes = new StringBuilder();
        for (int i = 2; i < composite.length; i++) {
            if (!composite[i]) {
                primes.append(i).append(',');
            }
        }
        System.out.println(primes); //= 2,3,5,7,11,13,17,19,23,29,31,37,41,43,47,
        boolean[] flags = {true, false};
        flags[1] = !flags[1];
        flags[0] &= !flags[1];
        System.out.println(flags[0] + " " + flags[1]); //= false true
    }
}
