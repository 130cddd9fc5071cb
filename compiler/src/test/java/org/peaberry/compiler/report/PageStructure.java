/** Checks that a page's elements are closed in their order, and that it loads nothing from elsewhere. */
package org.peaberry.compiler.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class PageStructure {
    private static final Set<String> VOID = Set.of("meta", "input", "br");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)([^>]*)>");
    /** Scripts and styles hold text, not elements. */
    private static final Pattern TEXT = Pattern.compile("(?s)(<(script|style)[^>]*>).*?</\\2>");

    private PageStructure() {
    }

    static void check(String page) {
        assertTrue(page.startsWith("<!DOCTYPE html>"), "no document type");
        assertFalse(page.contains("{{"), "a marker is left");
        assertFalse(Pattern.compile("(src|href)=\"[^#]|url\\(|@import").matcher(page).find(), "the page loads something");
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(TEXT.matcher(page).replaceAll("$1</$2>"));
        while (tags.find()) {
            if (!tags.group(1).isEmpty()) {
                assertEquals(open.pop(), tags.group(2), "closed in another order");
            } else if (!VOID.contains(tags.group(2))) {
                open.push(tags.group(2));
            }
        }
        assertTrue(open.isEmpty(), "not closed: " + open);
    }

    static String elementText(String page, String start, String end) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf(end, from));
    }
}
