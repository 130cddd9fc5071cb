/** Reads JSON (RFC 8259) strictly, into maps, lists, strings, longs, booleans and null. */
package org.peaberry.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.skipBlank();
        if (json.at != text.length()) {
            throw new IllegalArgumentException("text after the value at " + json.at);
        }
        return value;
    }

    /** The part at a path of names and indexes; null when there is none. */
    static Object at(Object value, Object... path) {
        Object found = value;
        for (Object step : path) {
            found = step instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(step);
        }
        return found;
    }

    static int size(Object list) {
        return ((List<?>) list).size();
    }

    private Object value() {
        skipBlank();
        char first = text.charAt(at);
        return switch (first) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        for (boolean isMore = !accept('}'); isMore; isMore = !end('}')) {
            skipBlank();
            String name = string();
            expect(':');
            if (members.putIfAbsent(name, value()) != null) {
                throw new IllegalArgumentException("member " + name + " twice");
            }
        }
        return members;
    }

    private List<Object> list() {
        List<Object> elements = new ArrayList<>();
        expect('[');
        for (boolean isMore = !accept(']'); isMore; isMore = !end(']')) {
            elements.add(value());
        }
        return elements;
    }

    private boolean end(char bracket) {
        if (accept(bracket)) {
            return true;
        }
        expect(',');
        return false;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        expect('"');
        while (text.charAt(at) != '"') {
            char character = text.charAt(at++);
            if (character < ' ') {
                throw new IllegalArgumentException("control character in a string at " + at);
            }
            string.append(character == '\\' ? escape() : character);
        }
        at++;
        return string.toString();
    }

    private char escape() {
        char kind = text.charAt(at++);
        if (kind == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int index = "\"\\/bfnrt".indexOf(kind);
        if (index < 0) {
            throw new IllegalArgumentException("unknown escape at " + at);
        }
        return "\"\\/\b\f\n\r\t".charAt(index);
    }

    private Long number() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Long.valueOf(text.substring(start, at));
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw new IllegalArgumentException("unknown word at " + at);
        }
        at += word.length();
        return value;
    }

    private boolean accept(char character) {
        skipBlank();
        if (text.charAt(at) == character) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char character) {
        if (!accept(character)) {
            throw new IllegalArgumentException("'" + character + "' expected at " + at);
        }
    }

    private void skipBlank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
