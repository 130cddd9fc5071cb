/** The everyday methods of String. */
package small.strings;

public final class StringMethods {
    static String text = "Hello, World";

    public static void main(String[] arguments) {
        System.out.println(text.length() + " " + text.charAt(4) + " " + text.isEmpty()); //= 12 o false
        System.out.println(text.substring(7) + "|" + text.substring(0, 5) + "|" + text.substring(5, 5) + "|"); //= World|Hello||
        System.out.println(text.indexOf('o') + " " + text.indexOf('o', 5) + " " + text.indexOf("World") + " " + text.indexOf("xyz") + " " + text.lastIndexOf('o'));
        //= 4 8 7 -1 8
        System.out.println(text.startsWith("Hello") + " " + text.endsWith("World") + " " + text.startsWith("World", 7) + " " + text.contains("lo, W"));
        //= true true true true
        System.out.println(text.replace('l', 'L') + " " + text.replace("World", "there")); //= HeLLo, WorLd Hello, there
        System.out.println("  trimmed ".trim() + "|" + "ab".repeat(3) + "|" + "".isEmpty() + " " + "  ".isBlank()); //= trimmed|ababab|true true
        System.out.println(text.concat("!") + " " + String.valueOf(5) + String.valueOf('c') + String.valueOf(true) + String.valueOf((Object) null));
        //= Hello, World! 5ctruenull
        System.out.println(new String(text.toCharArray(), 0, 4)); //= Hell
        System.out.println("MiXed".toLowerCase() + " " + "MiXed".toUpperCase()); //= mixed MIXED
        System.out.println("a,b".equals("a,b") + " " + "ABC".equalsIgnoreCase("abc")); //= true true
    }
}
