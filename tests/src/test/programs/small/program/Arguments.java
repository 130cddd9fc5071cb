/** The program's arguments. */
package small.program;

//! arguments first second-one 3 ä€
public final class Arguments {
    public static void main(String[] arguments) {
        System.out.println(arguments.length); //= 4
        for (String argument : arguments) {
            System.out.println(argument + " " + argument.length());
            //= first 5
            //= second-one 10
            //= 3 1
            //= ä€ 2
        }
        System.out.println(Integer.parseInt(arguments[2]) + 1); //= 4
    }
}
