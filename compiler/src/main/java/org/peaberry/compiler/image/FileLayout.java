/** Where an ELF file holds the segments: each at a page of its own, so that loaders can map them. */
package org.peaberry.compiler.image;

import java.util.List;

final class FileLayout {
    private FileLayout() {
    }

    /** Bytes from the start of the file. The headers have the first page; the first segment follows, within the first 8 KiB. */
    static long offset(List<Segment> segments, Segment segment) {
        long offset = Layout.PAGE_SIZE;
        for (Segment earlier : segments) {
            if (earlier == segment) {
                return offset;
            }
            offset = Layout.roundUp(offset + earlier.contents().length, Layout.PAGE_SIZE);
        }
        throw new IllegalArgumentException("segment is not in the image");
    }

    /** The p_flags of a segment. */
    static int flags(Segment segment) {
        return Elf.SEGMENT_READ | (segment.region().isWritable() ? Elf.SEGMENT_WRITE : 0)
                | (segment.region().isExecutable() ? Elf.SEGMENT_EXECUTE : 0);
    }
}
