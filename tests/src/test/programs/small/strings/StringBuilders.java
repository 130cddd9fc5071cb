/** append, insert, reverse, delete and friends. */
package small.strings;

public final class StringBuilders {
    public static void main(String[] arguments) {
        StringBuilder b = new StringBuilder();
        b.append(1).append('c').append("text").append(2L).append(true).append((Object) null).append(new char[] {'x', 'y'});
        System.out.println(b); //= 1ctext2truenullxy
        System.out.println(b.length() + " " + b.charAt(1) + " " + b.indexOf("text")); //= 17 c 2
        b.insert(0, "start").insert(5, '-').insert(6, 99);
        System.out.println(b); //= start-991ctext2truenullxy
        b.deleteCharAt(5).delete(0, 5);
        System.out.println(b); //= 991ctext2truenullxy
        b.reverse();
        System.out.println(b); //= yxlluneurt2txetc199
        b.setCharAt(0, 'Z');
        b.setLength(4);
        System.out.println(b + "|" + b.substring(1) + "|" + b.toString().length()); //= Zxll|xll|4
        b.replace(0, 2, "##");
        System.out.println(b); //= ##ll
        StringBuilder large = new StringBuilder(1);
        for (int i = 0; i < 300; i++) {
            large.append(i % 10);
        }
        System.out.println(large.length() + " " + large.substring(290)); //= 300 0123456789
    }
}
