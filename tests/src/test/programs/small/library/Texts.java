/** Strings, builders, regular expressions, readers and writers. */
package small.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class Texts {
    private static final Pattern PAIR = Pattern.compile("(\\w+)=(\\d+)");

    public static void main(String[] arguments) throws IOException {
        System.out.println("a1b22c333".replaceAll("[0-9]+", "#") + " " + "x-y_z".split("[-_]").length); //= a#b#c# 3
        System.out.println("2024-01-02".matches("\\d{4}-\\d{2}-\\d{2}") + " " + " t r ".trim().replaceFirst("\\s", "+")); //= true t+r
        Matcher matcher = PAIR.matcher("one=1, two=22; three=x");
        while (matcher.find()) {
            System.out.print(matcher.group(1) + matcher.start(2) + matcher.group(2) + " ");
        }
        System.out.println(); //= one41 two1122 
        System.out.println(String.join(",", List.of("a", "b")) + " ab ".strip() + "ab".repeat(3) + "Hello".replace('l', 'L')); //= a,bababababHeLLo
        System.out.println("hello".indexOf("l") + " " + "x".compareTo("y") + " " + "aXb".equalsIgnoreCase("AxB") + " " + "a,b,,".split(",").length); //= 2 -1 true 2
        StringBuilder builder = new StringBuilder("abc");
        builder.insert(1, 2.5).reverse().append(true).deleteCharAt(0);
        System.out.println(builder); //= b5.2atrue
        BufferedReader reader = new BufferedReader(new StringReader("line one\nline two"));
        System.out.println(reader.readLine() + "|" + reader.readLine() + "|" + reader.readLine()); //= line one|line two|null
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.println("x" + 1);
        writer.print(2.5);
        writer.flush();
        System.out.println(text.toString().replace('\n', '/')); //= x1/2.5
        System.out.println(new BigInteger("123456789012345678901234567890").pow(3).mod(BigInteger.valueOf(1000007))); //= 623278
        System.out.println(new BigDecimal("10").divide(new BigDecimal("3"), 10, RoundingMode.HALF_UP)); //= 3.3333333333
        System.out.println(Base64.getEncoder().encodeToString("hello".getBytes()) + new String(Base64.getDecoder().decode("aGk="))); //= aGVsbG8=hi
        System.out.println(new StringJoiner(", ", "{", "}").add("a").add("b")); //= {a, b}
        System.out.println(Integer.toHexString(255) + Long.parseLong("-77") + Integer.parseInt("7f", 16) + Long.toString(1234567L, 36)); //= ff-77127qglj
    }
}
