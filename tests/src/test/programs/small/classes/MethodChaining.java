/** Calls on the results of calls. */
package small.classes;

public final class MethodChaining {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    MethodChaining open(String name) {
        text.append('<').append(name).append('>');
        depth++;
        return this;
    }

    MethodChaining close() {
        text.append("</").append(depth--).append('>');
        return this;
    }

    public static void main(String[] arguments) {
        System.out.println(new MethodChaining().open("a").open("b").close().open("c").close().close().text); //= <a><b></2><c></2></1>
    }
}
