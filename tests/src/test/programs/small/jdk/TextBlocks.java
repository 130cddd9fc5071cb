/** Text blocks and escapes. */
package small.jdk;

public final class TextBlocks {
    public static void main(String[] arguments) {
        String text = """
                first
                  "second" \
                joined
                last\tend
                """;
        System.out.print(text);
        //= first
        //=   "second" joined
        //= last	end
        System.out.println(text.length()); //= 33
    }
}
