/** A part of the image in memory. */
package org.peaberry.compiler.report;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Segment;
import org.peaberry.compiler.observe.CompiledProgram;

/** @param name of the section, or what else it is */
record ImagePart(Region region, String name, int bytes) {
    private static final String REST = "assembly and alignment";

    /** The compiler's sections and, of each region, the rest: the bytes of a region's parts are those of the region. */
    static List<ImagePart> of(CompiledProgram program) {
        List<ImagePart> parts = new ArrayList<>();
        for (Segment segment : program.image().segments()) {
            int left = segment.memorySize();
            for (List<Section> sections : List.of(program.code(), program.heap())) {
                for (Section section : sections) {
                    if (section.region() == segment.region() && section.size() > 0) {
                        parts.add(new ImagePart(segment.region(), section.name(), section.size()));
                        left -= section.size();
                    }
                }
            }
            if (left > 0) {
                parts.add(new ImagePart(segment.region(), REST, left));
            }
        }
        return parts;
    }
}
