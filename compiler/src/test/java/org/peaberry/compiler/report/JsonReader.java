/** Reads JSON strictly: maps, lists, strings, Longs, null. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("more text at " + reader.at);
        }
        return value;
    }

    private Object value() {
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 'n' -> {
                take("null");
                yield null;
            }
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        take("{");
        while (text.charAt(at) != '}') {
            if (!map.isEmpty()) {
                take(",");
            }
            String key = string();
            take(":");
            map.put(key, value());
        }
        take("}");
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        take("[");
        while (text.charAt(at) != ']') {
            if (!list.isEmpty()) {
                take(",");
            }
            list.add(value());
        }
        take("]");
        return list;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        take("\"");
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                char escaped = text.charAt(at++);
                if (escaped == 'u') {
                    string.append((char) Integer.parseInt(text, at, at + 4, 16));
                    at += 4;
                } else {
                    string.append(escaped);
                }
            } else if (c < ' ') {
                throw new IllegalArgumentException("a control character at " + at);
            } else {
                string.append(c);
            }
        }
        take("\"");
        return string.toString();
    }

    private Long number() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Long.parseLong(text, start, at, 10);
    }

    private void take(String expected) {
        if (!text.startsWith(expected, at)) {
            throw new IllegalArgumentException("no '" + expected + "' at " + at + ": " + text.substring(at, Math.min(text.length(), at + 20)));
        }
        at += expected.length();
    }
}
