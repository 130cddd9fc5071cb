/** What the counting plugin wrote: the counts at each event. Format: tests/src/main/c/count.c. */
package org.peaberry.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.peaberry.boot.host.BuildException;

final class CountReport {
    private static final Pattern LINE = Pattern.compile("(\\S+) hypervisor (\\d+) guest (\\d+) entries (\\d+)");

    private final Map<String, Counts> events = new LinkedHashMap<>();

    CountReport(List<String> lines) {
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new BuildException("the counting plugin wrote a line that is not understood: " + line);
            }
            events.putIfAbsent(matcher.group(1), new Counts(number(matcher, 2), number(matcher, 3), number(matcher, 4)));
        }
    }

    /** Counts when the event happened for the first time.
     * @throws BuildException when it did not happen */
    Counts at(Event event) {
        Counts counts = events.get(event.tag());
        if (counts == null) {
            throw new BuildException("the run ended before '" + event.description() + "': look at its console with ./peaberry bench --verbose");
        }
        return counts;
    }

    /** From one event to another. */
    Counts between(Event from, Event to) {
        return at(to).since(at(from));
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }
}
