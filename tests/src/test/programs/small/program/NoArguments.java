/** Without arguments the array is empty. */
package small.program;

public final class NoArguments {
    public static void main(String[] arguments) {
        System.out.println(arguments.length); //= 0
    }
}
