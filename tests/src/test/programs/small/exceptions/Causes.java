/** Causes, messages and text of exceptions. */
package small.exceptions;

public final class Causes {
    public static void main(String[] arguments) {
        RuntimeException cause = new RuntimeException("root");
        RuntimeException e = new RuntimeException(cause);
        System.out.println(e.getMessage()); //= java.lang.RuntimeException: root
        System.out.println(e.getCause() == cause); //= true
        System.out.println(e); //= java.lang.RuntimeException: java.lang.RuntimeException: root
        System.out.println(new IllegalStateException()); //= java.lang.IllegalStateException
        System.out.println(new IllegalStateException("why", cause).getCause().getMessage()); //= root
        System.out.println(new Error("bad")); //= java.lang.Error: bad
        System.out.println(new RuntimeException((String) null).getMessage()); //= null
    }
}
