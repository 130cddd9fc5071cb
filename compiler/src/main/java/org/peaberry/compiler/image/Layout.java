/** Decides the address of every section: regions in order, each on its own pages, equally named sections together. */
package org.peaberry.compiler.image;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.driver.CompilerError;

final class Layout {
    static final int PAGE_SIZE = 4096;
    /** A boot loader looks for its headers at the start of the file. */
    static final String HEADERS = ".multiboot";

    private final Target target;
    private final long physicalBase;
    private final Map<Region, Segment> segments = new EnumMap<>(Region.class);
    private final Map<Section, Integer> offsets = new IdentityHashMap<>();
    private final List<Section> placed = new ArrayList<>();

    /** @param physicalBase of the image's first byte, a multiple of the page size */
    Layout(Target target, long physicalBase, Collection<Section> sections) {
        this.target = target;
        this.physicalBase = physicalBase;
        long physical = physicalBase;
        for (Region region : Region.values()) {
            Segment segment = place(region, physical, inOrder(region, sections));
            segments.put(region, segment);
            physical = roundUp(physical + segment.memorySize(), PAGE_SIZE);
        }
    }

    Target target() {
        return target;
    }

    long physicalBase() {
        return physicalBase;
    }

    Segment segment(Region region) {
        return segments.get(region);
    }

    /** All sections, in the order of their addresses. */
    List<Section> sections() {
        return placed;
    }

    int offsetInSegment(Section section) {
        return offsets.get(section);
    }

    /** Virtual address; physical in the BOOT region. */
    long address(Section section) {
        return segment(section.region()).address() + offsetInSegment(section);
    }

    static long roundUp(long value, long alignment) {
        return value + alignment - 1 & -alignment;
    }

    /** Headers first, stored bytes before zeros, otherwise as added, with equally named sections together. */
    private static List<Section> inOrder(Region region, Collection<Section> sections) {
        Map<String, List<Section>> groups = new LinkedHashMap<>();
        for (Section section : sections) {
            if (section.region() == region) {
                String rank = section.name().equals(HEADERS) ? "0" : section.isStored() ? "1" : "2";
                groups.computeIfAbsent(rank + section.name(), key -> new ArrayList<>()).add(section);
            }
        }
        List<Section> ordered = new ArrayList<>();
        for (String rank : List.of("0", "1", "2")) {
            groups.forEach((key, group) -> ordered.addAll(key.startsWith(rank) ? group : List.of()));
        }
        return ordered;
    }

    private Segment place(Region region, long physical, List<Section> sections) {
        long end = 0;
        long stored = 0;
        for (Section section : sections) {
            long offset = roundUp(end, section.alignment());
            end = offset + section.size();
            stored = section.isStored() ? end : stored;
            checkPlace(section, end);
            offsets.put(section, (int) offset);
            placed.add(section);
        }
        byte[] contents = new byte[(int) stored];
        sections.forEach(section -> section.copyTo(contents, offsets.get(section)));
        long virtual = region == Region.BOOT ? physical : physical + target.virtualBase();
        return new Segment(region, virtual, physical, contents, (int) end);
    }

    private void checkPlace(Section section, long end) {
        if (end > Integer.MAX_VALUE) {
            throw new CompilerError("section " + section.name() + " does not fit: an image's " + section.region().label()
                    + " can be at most 2 GiB. Make its tables smaller.");
        }
        if (section.region() == Region.BOOT && target != Target.BAREMETAL) {
            throw new CompilerError("section " + section.name() + " is boot code of a bare-metal image. Link it with --target baremetal, "
                    + "or leave its object out.");
        }
        if (section.alignment() > PAGE_SIZE) {
            throw new CompilerError("section " + section.name() + " asks for an alignment of " + section.alignment() + " bytes; at most "
                    + PAGE_SIZE + " can be had. Reserve more and align by hand.");
        }
    }
}
