/** Bytes to text and back, malformed input included. */
package small.strings;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

public class Charsets {
    static final Charset[] ALL = {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII};
    static final int[] INTERESTING = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff};

    static int hash(String text) {
        int hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash;
    }

    static int hash(byte[] bytes) {
        int hash = bytes.length;
        for (byte b : bytes) {
            hash = hash * 31 + b;
        }
        return hash;
    }

    /** Every sequence of up to four interesting bytes. */
    static void decodeAll() {
        for (Charset charset : ALL) {
            int sum = 0;
            for (int a : INTERESTING) {
                for (int b : INTERESTING) {
                    for (int c : INTERESTING) {
                        for (int d : INTERESTING) {
                            byte[] bytes = {(byte) a, (byte) b, (byte) c, (byte) d};
                            for (int length = 1; length <= 4; length++) {
                                String text = new String(bytes, 0, length, charset);
                                sum = sum * 17 + hash(text);
                                sum = sum * 17 + hash(text.getBytes(charset));
                            }
                        }
                    }
                }
            }
            System.out.println(charset.name() + " " + sum);
        }
    }

    public static void main(String[] arguments) throws UnsupportedEncodingException {
        decodeAll();
        String text = "gr\u00fc\u00df \u20ac \ud83d\ude00 \ud800 \udc00!";
        for (Charset charset : ALL) {
            System.out.println(charset + " " + hash(text.getBytes(charset)) + " " + text.getBytes(charset).length);
        }
        System.out.println(hash(text.getBytes()) == hash(text.getBytes("utf-8")));
        System.out.println(hash(new String(text.getBytes("UTF-8"), "UTF-8")));
        System.out.println(new String(new byte[] {'a', 'b', 'c'}, 1, 1, "US-ASCII"));
        System.out.println(new String(new byte[] {'a', 'b', 'c'}));
        try {
            System.out.println(new String(new byte[4], 2, 3, StandardCharsets.UTF_8));
        } catch (StringIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println("a".getBytes("no-such-charset").length);
        } catch (UnsupportedEncodingException e) {
            System.out.println(e.getMessage());
        }
    }
}
