/** An image's link map: regions and symbols with their addresses and sizes, as text. */
package org.peaberry.compiler.image;

final class LinkMap {
    private LinkMap() {
    }

    /** Region lines "address size physical region", a blank line, symbol lines "address size name", all numbers hexadecimal. */
    static String of(LinkedImage image) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : image.segments()) {
            number(text, segment.address(), Long.BYTES);
            number(text, segment.memorySize(), Integer.BYTES);
            number(text, segment.physicalAddress(), Integer.BYTES);
            text.append(segment.region().label()).append('\n');
        }
        text.append('\n');
        for (PlacedSymbol symbol : image.symbols()) {
            number(text, symbol.address(), Long.BYTES);
            number(text, symbol.size(), Integer.BYTES);
            text.append(symbol.name()).append('\n');
        }
        return text.toString();
    }

    private static void number(StringBuilder text, long value, int bytes) {
        String digits = Long.toHexString(value);
        text.append("0".repeat(Math.max(0, 2 * bytes - digits.length()))).append(digits).append(' ');
    }
}
