/** A recursive-descent parser of JSON (whole numbers only), a printer, and errors with positions. */
package large;

public final class JsonParser {
    static final class SyntaxError extends Exception {
        private static final long serialVersionUID = 1;

        SyntaxError(String message, int position) {
            super(message + " at " + position);
        }
    }

    abstract static class Value {
        abstract void print(StringBuilder out, int indent);

        abstract int depth();

        static void newLine(StringBuilder out, int indent) {
            out.append('\n');
            for (int i = 0; i < indent; i++) {
                out.append("  ");
            }
        }
    }

    static final class Literal extends Value {
        final String text;

        Literal(String text) {
            this.text = text;
        }

        @Override
        void print(StringBuilder out, int indent) {
            out.append(text);
        }

        @Override
        int depth() {
            return 0;
        }
    }

    static final class Number extends Value {
        final long value;

        Number(long value) {
            this.value = value;
        }

        @Override
        void print(StringBuilder out, int indent) {
            out.append(value);
        }

        @Override
        int depth() {
            return 0;
        }
    }

    static final class Text extends Value {
        final String value;

        Text(String value) {
            this.value = value;
        }

        @Override
        void print(StringBuilder out, int indent) {
            quote(value, out);
        }

        static void quote(String value, StringBuilder out) {
            out.append('"');
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '"' -> out.append("\\\"");
                    case '\\' -> out.append("\\\\");
                    case '\n' -> out.append("\\n");
                    case '\t' -> out.append("\\t");
                    default -> {
                        if (c < ' ') {
                            out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                        } else {
                            out.append(c);
                        }
                    }
                }
            }
            out.append('"');
        }

        @Override
        int depth() {
            return 0;
        }
    }

    /** An array, or an object where there are keys. */
    static final class Container extends Value {
        private final boolean isObject;
        private String[] keys = new String[2];
        private Value[] values = new Value[2];
        private int size;

        Container(boolean isObject) {
            this.isObject = isObject;
        }

        void add(String key, Value value) {
            if (size == values.length) {
                keys = java.util.Arrays.copyOf(keys, 2 * size);
                values = java.util.Arrays.copyOf(values, 2 * size);
            }
            keys[size] = key;
            values[size++] = value;
        }

        @Override
        void print(StringBuilder out, int indent) {
            out.append(isObject ? '{' : '[');
            for (int i = 0; i < size; i++) {
                out.append(i == 0 ? "" : ",");
                newLine(out, indent + 1);
                if (isObject) {
                    Text.quote(keys[i], out);
                    out.append(": ");
                }
                values[i].print(out, indent + 1);
            }
            if (size > 0) {
                newLine(out, indent);
            }
            out.append(isObject ? '}' : ']');
        }

        @Override
        int depth() {
            int deepest = 0;
            for (int i = 0; i < size; i++) {
                deepest = Math.max(deepest, values[i].depth());
            }
            return deepest + 1;
        }
    }

    static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        static Value parse(String text) throws SyntaxError {
            Parser parser = new Parser(text);
            Value value = parser.value();
            parser.skipSpace();
            if (parser.at < text.length()) {
                throw parser.error("text after the end");
            }
            return value;
        }

        private SyntaxError error(String message) {
            return new SyntaxError(message, at);
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private char peek() throws SyntaxError {
            skipSpace();
            if (at == text.length()) {
                throw error("unexpected end");
            }
            return text.charAt(at);
        }

        private void expect(char c) throws SyntaxError {
            if (peek() != c) {
                throw error("expected '" + c + "'");
            }
            at++;
        }

        private Value value() throws SyntaxError {
            char c = peek();
            switch (c) {
                case '{':
                    return container('}', true);
                case '[':
                    return container(']', false);
                case '"':
                    return new Text(string());
                case 't':
                    return literal("true");
                case 'f':
                    return literal("false");
                case 'n':
                    return literal("null");
                default:
                    if (c == '-' || Character.isDigit(c)) {
                        return number();
                    }
                    throw error("unexpected '" + c + "'");
            }
        }

        private Value container(char end, boolean isObject) throws SyntaxError {
            at++;
            Container container = new Container(isObject);
            if (peek() == end) {
                at++;
                return container;
            }
            while (true) {
                String key = null;
                if (isObject) {
                    if (peek() != '"') {
                        throw error("expected a key");
                    }
                    key = string();
                    expect(':');
                }
                container.add(key, value());
                if (peek() == ',') {
                    at++;
                } else {
                    expect(end);
                    return container;
                }
            }
        }

        private Value literal(String word) throws SyntaxError {
            if (!text.startsWith(word, at)) {
                throw error("expected " + word);
            }
            at += word.length();
            return new Literal(word);
        }

        private Value number() throws SyntaxError {
            int start = at++;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            try {
                return new Number(Long.parseLong(text.substring(start, at)));
            } catch (NumberFormatException e) {
                at = start;
                throw error("no number that fits");
            }
        }

        private String string() throws SyntaxError {
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return value.toString();
                }
                value.append(c == '\\' ? escape() : c);
            }
            throw error("string without end");
        }

        private char escape() throws SyntaxError {
            if (++at == text.length()) {
                throw error("escape without end");
            }
            switch (text.charAt(at)) {
                case 'n':
                    return '\n';
                case 't':
                    return '\t';
                case 'u':
                    int code = 0;
                    for (int i = 0; i < 4; i++) {
                        int digit = ++at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
                        if (digit < 0) {
                            throw error("bad hexadecimal digit");
                        }
                        code = code * 16 + digit;
                    }
                    return (char) code;
                default:
                    return text.charAt(at);
            }
        }
    }

    private static final String[] INPUTS = {
        "{\"name\": \"peaberry\", \"sizes\": [1, -22, 9223372036854775807], \"nested\": {\"empty\": {}, \"none\": [], \"flags\": [true, false, null]}}",
        "[[[[[]]]], {\"a\": {\"b\": {\"c\": \"d\\\"e\\\\f\\n\\u0041\\u0001\\u20ac\"}}}]",
        "  42  ", "\"text\"", "", "[1, 2", "{\"a\" 1}", "{a: 1}", "[1,]", "tru", "[1] 2", "\"abc", "99999999999999999999", "-", "\"\\u00g0\"", "?",
    };

    public static void main(String[] arguments) {
        for (String input : INPUTS) {
            try {
                Value value = Parser.parse(input);
                StringBuilder out = new StringBuilder();
                value.print(out, 0);
                System.out.println(out + " depth " + value.depth());
                StringBuilder again = new StringBuilder();
                Parser.parse(out.toString()).print(again, 0);
                System.out.println(again.toString().equals(out.toString()));
            } catch (SyntaxError e) {
                System.out.println("error: " + e.getMessage());
            }
        }
    }
}
