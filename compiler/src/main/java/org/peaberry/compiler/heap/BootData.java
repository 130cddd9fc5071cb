/** Which objects of the image nothing can reach when boot is over, by their symbols. */
package org.peaberry.compiler.heap;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * That is what constants of code and values of static fields lead to, less what stays: what code that stays refers to, and what may have been left somewhere else.
 *
 * @param roots    constants of code and values of static fields, as far as their uses are known
 * @param kept     objects and static fields that are in use later, with all they lead to
 * @param contents objects of which only what they lead to may be in use later
 */
public record BootData(Set<String> roots, Set<String> kept, Set<String> contents) {
    /** Nothing goes. */
    public static final BootData NONE = new BootData(Set.of(), Set.of(), Set.of());

    /**
     * @param references of each object and static field
     * @param types      what types refer to
     */
    Set<String> gone(Map<String, List<String>> references, Collection<String> types) {
        Set<String> gone = closure(roots, references);
        gone.removeAll(closure(kept, references));
        gone.removeAll(closure(types, references));
        contents.forEach(symbol -> gone.removeAll(closure(references.getOrDefault(symbol, List.of()), references)));
        return gone;
    }

    /** All that symbols lead to, themselves included. */
    private static Set<String> closure(Collection<String> symbols, Map<String, List<String>> references) {
        Set<String> found = new HashSet<>();
        Deque<String> work = new ArrayDeque<>(symbols);
        while (!work.isEmpty()) {
            String symbol = work.poll();
            if (found.add(symbol)) {
                work.addAll(references.getOrDefault(symbol, List.of()));
            }
        }
        return found;
    }
}
