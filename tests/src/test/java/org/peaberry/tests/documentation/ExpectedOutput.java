/** What a documented command prints: '…' in a line is any text, a line of '…' alone any lines. */
package org.peaberry.tests.documentation;

import java.util.List;
import java.util.regex.Pattern;

record ExpectedOutput(List<String> lines) {
    private static final String ANYTHING = "…";

    /** Empty when the text is as expected, or says which line is the first that is not there. */
    String difference(String text) {
        for (int count = 1; count <= lines.size(); count++) {
            boolean isLast = count == lines.size();
            if (!Pattern.compile(expression(lines.subList(0, count)) + (isLast ? "\\z" : "")).matcher(text).lookingAt()) {
                return "line " + count + " of the documented output is not there: " + lines.get(count - 1);
            }
        }
        return lines.isEmpty() && !text.isEmpty() ? "documented is no output" : "";
    }

    private static String expression(List<String> lines) {
        StringBuilder expression = new StringBuilder();
        for (String line : lines) {
            expression.append(line.equals(ANYTHING) ? "(?:.*\n)*?" : inLine(line) + "\n");
        }
        return expression.toString();
    }

    private static String inLine(String line) {
        StringBuilder expression = new StringBuilder();
        for (String part : line.split(ANYTHING, -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return expression.toString();
    }
}
