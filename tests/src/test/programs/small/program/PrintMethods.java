/** print and println of all types. */
package small.program;

public final class PrintMethods {
    public static void main(String[] arguments) {
        System.out.print("a");
        System.out.print('b');
        System.out.print(1);
        System.out.print(2L);
        System.out.print(true);
        System.out.print((Object) null);
        System.out.print(new char[] {'x'});
        System.out.println(); //= ab12truenullx
        System.out.println('c'); //= c
        System.out.println(5); //= 5
        System.out.println(6L); //= 6
        System.out.println(false); //= false
        System.out.println((String) null); //= null
        System.out.println(new char[] {'y', 'z'}); //= yz
        System.out.println(new StringBuilder("builder")); //= builder
    }
}
