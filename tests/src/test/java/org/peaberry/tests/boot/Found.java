/** A match in the console's text. */
package org.peaberry.tests.boot;

import java.util.regex.MatchResult;

/** @param before the text between the match before and this one */
record Found(String before, MatchResult match) {
}
