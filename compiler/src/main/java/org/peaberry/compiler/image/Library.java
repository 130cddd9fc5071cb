/** Objects of which the linker takes those that define what the others refer to, like an archive's members. */
package org.peaberry.compiler.image;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.peaberry.compiler.encode.Relocation;

final class Library {
    private final List<ObjectFile> members = new ArrayList<>();

    void add(ObjectFile member) {
        members.add(member);
    }

    /**
     * The members that are needed, those that the objects refer to first.
     *
     * @param entry the symbol where the image starts
     */
    List<ObjectFile> needed(Collection<ObjectFile> objects, String entry) {
        List<ObjectFile> taken = new ArrayList<>(objects);
        List<ObjectFile> rest = new ArrayList<>(members);
        List<ObjectFile> next;
        do {
            next = definersOf(missing(taken, entry), rest);
            taken.addAll(next);
            rest.removeAll(next);
        } while (!next.isEmpty());
        return taken.subList(objects.size(), taken.size());
    }

    private static Set<String> missing(Collection<ObjectFile> objects, String entry) {
        Set<String> names = sections(objects).flatMap(section -> section.relocations().stream()).map(Relocation::symbol).collect(Collectors.toSet());
        names.add(entry);
        sections(objects).flatMap(section -> section.symbols().stream()).map(Symbol::name).forEach(names::remove);
        return names;
    }

    private static List<ObjectFile> definersOf(Set<String> names, Collection<ObjectFile> candidates) {
        return candidates.stream().filter(member -> sections(List.of(member)).flatMap(section -> section.symbols().stream())
                .anyMatch(symbol -> names.contains(symbol.name()))).toList();
    }

    private static Stream<Section> sections(Collection<ObjectFile> objects) {
        return objects.stream().flatMap(object -> object.sections().stream());
    }
}
