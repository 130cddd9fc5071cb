/** The entries that describe the code of one compiled method, and of what was inlined into it. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.MethodInfo;

final class MethodCode {
    /** DW_OP_call_frame_cfa. */
    private static final byte[] FRAME_BASE = {(byte) 0x9c};

    private final Unit unit;
    private final MethodEntries entries;
    private final RangeLists ranges;

    /** A call that was inlined: of what, and where in the source the call is. */
    private record Call(MethodInfo callee, SourcePosition site) {
    }

    /** The code of one inlined call, without what was inlined into that in turn. */
    private static final class Inlined {
        private final Map<Call, Inlined> calls = new LinkedHashMap<>();
        private final List<CodeRange> ranges = new ArrayList<>();

        void add(CodeRange range) {
            CodeRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last.end() == range.start()) {
                ranges.set(ranges.size() - 1, new CodeRange(last.start(), last.size() + range.size()));
            } else {
                ranges.add(range);
            }
        }
    }

    MethodCode(Unit unit, MethodEntries entries, RangeLists ranges) {
        this.unit = unit;
        this.entries = entries;
        this.ranges = ranges;
    }

    void describe(PlacedMethod method) {
        Entry origin = entries.origin(method.method());
        Entry code = unit.entry().add(Tag.SUBPROGRAM).reference(Attribute.ABSTRACT_ORIGIN, origin);
        ranges.describe(code, List.of(method.range()));
        code.expression(Attribute.FRAME_BASE, FRAME_BASE);
        describe(tree(method), code);
    }

    private Inlined tree(PlacedMethod method) {
        Inlined root = new Inlined();
        List<CompiledMethod.Source> sources = method.compiled().sources();
        for (int i = 0; i < sources.size(); i++) {
            int start = sources.get(i).offset();
            int end = i + 1 < sources.size() ? sources.get(i + 1).offset() : method.size();
            add(root, sources.get(i).position(), new CodeRange(method.address() + start, end - start));
        }
        return root;
    }

    /** Adds code to the call it was inlined by and to all calls around that; returns the former. */
    private Inlined add(Inlined root, SourcePosition position, CodeRange range) {
        SourcePosition site = position.caller();
        Inlined inlined = site == null ? root
                : add(root, site, range).calls.computeIfAbsent(new Call(position.method(), site), call -> new Inlined());
        inlined.add(range);
        return inlined;
    }

    private void describe(Inlined inlined, Entry parent) {
        inlined.calls.forEach((call, code) -> {
            Entry entry = parent.add(Tag.INLINED_SUBROUTINE).reference(Attribute.ABSTRACT_ORIGIN, entries.origin(call.callee));
            ranges.describe(entry, code.ranges);
            entry.number(Attribute.CALL_FILE, unit.files().number(SourceFile.of(call.site.method().owner())));
            entry.number(Attribute.CALL_LINE, call.site.line());
            describe(code, entry);
        });
    }
}
