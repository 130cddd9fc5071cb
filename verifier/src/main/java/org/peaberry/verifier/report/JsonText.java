/** Writes JSON, indented by two. */
package org.peaberry.verifier.report;

final class JsonText {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean isFirst = true;

    JsonText open(char bracket) {
        text.append(bracket);
        depth++;
        isFirst = true;
        return this;
    }

    JsonText close(char bracket) {
        depth--;
        if (!isFirst) {
            newLine();
        }
        text.append(bracket);
        isFirst = false;
        return this;
    }

    /** Starts the next element of a list. */
    JsonText item() {
        if (!isFirst) {
            text.append(',');
        }
        newLine();
        isFirst = false;
        return this;
    }

    /** Starts the next member of an object. */
    JsonText name(String name) {
        item();
        quote(name);
        text.append(": ");
        return this;
    }

    JsonText member(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    JsonText member(String name, int value) {
        name(name);
        text.append(value);
        return this;
    }

    /** A string as an element of its own. */
    JsonText quoted(String value) {
        quote(value);
        return this;
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                text.append("\\u").append(Integer.toHexString(character | 1 << 16).substring(1));
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }

    @Override
    public String toString() {
        return text.append('\n').toString();
    }
}
