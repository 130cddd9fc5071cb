/** Instance fields of all types, with their defaults. */
package small.classes;

public final class Fields {
    boolean flag;
    byte b;
    short s;
    char c;
    int i;
    long l;
    String text;
    Fields next;

    String show() {
        return flag + " " + b + " " + s + " " + (int) c + " " + i + " " + l + " " + text + " " + (next == null ? "-" : "next");
    }

    public static void main(String[] arguments) {
        Fields x = new Fields();
        System.out.println(x.show()); //= false 0 0 0 0 0 null -
        x.flag = true;
        x.b = -1;
        x.s = -2;
        x.c = 0xffff;
        x.i = Integer.MIN_VALUE;
        x.l = Long.MIN_VALUE;
        x.text = "t";
        x.next = x;
        System.out.println(x.show()); //= true -1 -2 65535 -2147483648 -9223372036854775808 t next
        x.b++;
        x.next.i--;
        x.next.next.l -= 1;
        System.out.println(x.show()); //= true 0 -2 65535 2147483647 9223372036854775807 t next
    }
}
