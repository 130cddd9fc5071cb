/** Characters outside of Latin-1 and ASCII. */
package small.strings;

public final class Unicode {
    public static void main(String[] arguments) {
        String text = "\u00e4\u00df\u20ac\ud83d\ude00";
        System.out.println(text); //= äß€😀
        System.out.println(text.length() + " " + text.codePointAt(3) + " " + (int) text.charAt(2)); //= 5 128512 8364
        System.out.println(new StringBuilder("a\u20acb").reverse()); //= b€a
        System.out.println("\u00e9t\u00e9".hashCode() + " " + "\u20ac".hashCode()); //= 227742 8364
        System.out.println("a\u20ac".compareTo("a\u00e4") + " " + "x\u00e4".equals("x\u00e4")); //= 8136 true
        System.out.println("abc\u20ac".substring(0, 3).equals("abc")); //= true
        System.out.println(new StringBuilder().appendCodePoint(0x1f600).length()); //= 2
        System.out.println("tab\there \"quoted\" back\\slash"); //= tab	here "quoted" back\slash
    }
}
