/** What a compilation took. */
package org.peaberry.boot.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.peaberry.boot.host.BuildException;

/**
 * @param milliseconds of wall time, the start of the JVM included
 * @param mebibytes    of memory at its peak, the JVM included
 */
public record CompilationCost(long milliseconds, long mebibytes) {
    private static final Pattern PEAK = Pattern.compile("(\\d+) MiB peak memory");

    /** @param report what peaberryc printed with --time */
    static CompilationCost of(long milliseconds, String report) {
        Matcher matcher = PEAK.matcher(report);
        if (!matcher.find()) {
            throw new BuildException("peaberryc --time says nothing of its peak memory");
        }
        return new CompilationCost(milliseconds, Long.parseLong(matcher.group(1)));
    }
}
