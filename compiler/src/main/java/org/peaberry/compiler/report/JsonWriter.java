/** Writes JSON, such that it can stand in a script element of a page. */
package org.peaberry.compiler.report;

import java.util.List;
import java.util.Map;

/** Values are null, strings, integers, lists, maps with string keys, and int arrays. */
final class JsonWriter {
    private static final int FIRST_PRINTABLE = ' ';

    private final StringBuilder text = new StringBuilder();

    static String write(Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.text.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "" : ",");
                value(list.get(i));
            }
            text.append(']');
        } else if (value instanceof int[] numbers) {
            numbers(numbers);
        } else if (value instanceof String string) {
            string(string);
        } else {
            text.append(value);
        }
    }

    private void object(Map<?, ?> map) {
        text.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(first ? "" : ",");
            first = false;
            string((String) entry.getKey());
            text.append(':');
            value(entry.getValue());
        }
        text.append('}');
    }

    private void numbers(int[] numbers) {
        text.append('[');
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        text.append(']');
    }

    /** '<' is escaped, so that no text ends the script; and so are lone surrogates, which UTF-8 does not have. */
    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || c == '<' || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
