/** Formatted texts: numbers, strings, widths and flags. */
package small.formats;

import java.util.Locale;

public final class Formatted {
    public static void main(String[] arguments) {
        int count = arguments.length + 42;
        System.out.println(String.format("%d %5d|%-5d|%05d %,d", count, count, count, -count, 1_234_567L * count)); //= 42    42|42   |-0042 51,851,814
        System.out.println(String.format("%x %X %#o %s %S %c %b %%", count, 255, 8, "text", "text", 'x', true)); //= 2a FF 010 text TEXT x true %
        System.out.println(String.format("%.3f %10.2f|%-8.1f|%e %g", Math.PI, -2.5, 0.05, 12345.678, 0.0001)); //= 3.142      -2.50|0.1     |1.234568e+04 0.000100000
        System.out.println(String.format(Locale.ROOT, "%2$s %1$s %<s %3$.2f", "a", "b", 1.006)); //= b a a 1.01
        System.out.println("%s has %d".formatted("list", 3)); //= list has 3
        System.out.printf("%08.3f%n", 3.14159); //= 0003.142
        try {
            System.out.println(String.format("%d", "no number"));
        } catch (java.util.IllegalFormatConversionException e) {
            System.out.println(e.getMessage()); //= d != java.lang.String
        }
    }
}
