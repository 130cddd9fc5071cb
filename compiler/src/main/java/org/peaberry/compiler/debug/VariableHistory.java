/** The places of one variable over the code. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.emit.ValuePlace;

final class VariableHistory {
    /** While this code runs, the variable is there. */
    record Stay(CodeRange range, ValuePlace place) {
    }

    private final List<Stay> stays = new ArrayList<>();

    /** Adds code behind all that was added before. */
    void add(CodeRange range, ValuePlace place) {
        Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        if (last != null && last.range.end() == range.start() && last.place.equals(place)) {
            stays.set(stays.size() - 1, new Stay(new CodeRange(last.range.start(), last.range.size() + range.size()), place));
        } else {
            stays.add(new Stay(range, place));
        }
    }

    /** In ascending order of their addresses. */
    List<Stay> stays() {
        return stays;
    }
}
