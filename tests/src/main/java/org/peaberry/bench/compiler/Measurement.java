/** What a kernel's run printed: its result, and the nanoseconds of the fastest run. */
package org.peaberry.bench.compiler;

import java.util.List;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.HostCommand;

record Measurement(String result, long nanoseconds) {
    /** The faster one; results that differ are not hidden. */
    Measurement orFaster(Measurement other) {
        String both = result.equals(other.result) ? result : result + " or " + other.result;
        return new Measurement(both, Math.min(nanoseconds, other.nanoseconds));
    }

    /** @throws BuildException when it fails */
    static Measurement of(List<String> command) {
        String[] words = HostCommand.of(command).run().strip().split(" ");
        if (words.length != 2) {
            throw new BuildException("a kernel printed '" + String.join(" ", words) + "' instead of its result and its time");
        }
        return new Measurement(words[0], Long.parseLong(words[1]));
    }
}
