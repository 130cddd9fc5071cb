/** Notes, while code is emitted, what debuggers want to know of each place in it. */
package org.peaberry.compiler.emit;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.ShortCode;
import org.peaberry.compiler.ir.SourcePosition;

/** A note holds from its place to the next note's; of several at one place, the last one holds. Places are those of the assembler. */
final class DebugRows {
    private final List<CompiledMethod.Source> sources = new ArrayList<>();
    private final List<CompiledMethod.Frame> frames = new ArrayList<>();

    /** @param position null leaves the one before in force */
    void source(int place, SourcePosition position, List<ValuePlace> values) {
        if (position == null) {
            return;
        }
        if (!sources.isEmpty() && last(sources).offset() == place) {
            sources.remove(sources.size() - 1);
        }
        sources.add(new CompiledMethod.Source(place, position, values));
    }

    void frame(int place, int bytes) {
        if (!frames.isEmpty() && last(frames).offset() == place) {
            frames.remove(frames.size() - 1);
        }
        if (frames.isEmpty() || last(frames).bytes() != bytes) {
            frames.add(new CompiledMethod.Frame(place, bytes));
        }
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    /** The notes, where the finished code has their places. */
    List<CompiledMethod.Source> sources(ShortCode code) {
        List<CompiledMethod.Source> moved = new ArrayList<>();
        for (CompiledMethod.Source source : sources) {
            int offset = code.newOffset(source.offset());
            if (!moved.isEmpty() && last(moved).offset() == offset) {
                moved.remove(moved.size() - 1);
            }
            if (offset < code.bytes().length) {
                moved.add(new CompiledMethod.Source(offset, source.position(), source.places()));
            }
        }
        return withoutRepetitions(CallLines.giveCode(moved));
    }

    private static List<CompiledMethod.Source> withoutRepetitions(List<CompiledMethod.Source> all) {
        List<CompiledMethod.Source> left = new ArrayList<>();
        for (CompiledMethod.Source source : all) {
            boolean isNew = left.isEmpty() || last(left).position() != source.position() || !last(left).places().equals(source.places());
            if (isNew) {
                left.add(source);
            }
        }
        return left;
    }

    List<CompiledMethod.Frame> frames(ShortCode code) {
        return frames.stream().map(frame -> new CompiledMethod.Frame(code.newOffset(frame.offset()), frame.bytes()))
                .filter(frame -> frame.offset() < code.bytes().length).toList();
    }
}
