/** RE2/J: expressions over a text of Debian. */
package libraries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

public final class Re2jExpressions {
    private static final String TEXT = read("/usr/share/common-licenses/GPL-3");
    private static final String[] EXPRESSIONS = {"(?i)\\bfree\\b", "[A-Z]{4,}", "(\\w+) \\1?", "(?P<first>\\w+)-(\\w+)", "^\\s*(\\d+)\\. (.*)$", "(?m)^\\s*(\\d+)\\. (.*)$",
        "(a|b|c|d)+e", "\\pL+ion\\b", "(?s)Copyright.*?\\n\\n", "[^\\x00-\\x7f]", "x{2,}", "(a*)*b", "[z-a]", "(unclosed", "a**"};

    private static String read(String file) {
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void show(String expression) {
        try {
            Matcher matcher = Pattern.compile(expression).matcher(TEXT);
            int count = 0;
            int hash = 0;
            String first = null;
            while (matcher.find()) {
                count++;
                first = first == null ? matcher.group().trim() : first;
                for (int i = 0; i <= matcher.groupCount(); i++) {
                    hash = hash * 31 + (matcher.group(i) == null ? 0 : matcher.group(i).hashCode() + matcher.start(i));
                }
            }
            System.out.println(expression + " " + count + " " + hash + " " + first);
        } catch (PatternSyntaxException e) {
            System.out.println(expression + " refused: " + e.getMessage());
        }
    }

    public static void main(String[] arguments) {
        for (String expression : EXPRESSIONS) {
            show(expression);
        }
        System.out.println(Pattern.compile("(\\w+)@(\\w+)\\.org").matcher("me@gnu.org, you@fsf.org").replaceAll("$2: $1"));
        System.out.println(String.join("/", Pattern.compile("[,;]\\s*").split("a, b;c,,d")) + " " + Pattern.matches("(a|ab)(c|bcd)", "abcd"));
    }
}
