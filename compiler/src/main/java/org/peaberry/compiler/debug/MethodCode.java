/** The entries that describe the code of one compiled method, and of what was inlined into it. */
package org.peaberry.compiler.debug;

import java.util.List;

final class MethodCode {
    private final Unit unit;
    private final MethodEntries methods;
    private final RangeLists ranges;
    private final LocationLists locations;

    MethodCode(Unit unit, MethodEntries methods, RangeLists ranges, LocationLists locations) {
        this.unit = unit;
        this.methods = methods;
        this.ranges = ranges;
        this.locations = locations;
    }

    void describe(PlacedMethod method) {
        MethodEntries.Declaration declaration = methods.of(method.method());
        Entry code = unit.entry().add(Tag.SUBPROGRAM).reference(Attribute.ABSTRACT_ORIGIN, declaration.entry());
        ranges.describe(code, List.of(method.range()));
        code.expression(Attribute.FRAME_BASE, Expression.frameBase());
        describe(InlineTree.of(method), declaration, code);
    }

    private void describe(InlineTree tree, MethodEntries.Declaration declaration, Entry code) {
        declaration.variables().forEach((variable, origin) -> {
            VariableHistory history = tree.history(variable);
            if (history != null || variable.isParameter()) {
                Entry entry = code.add(origin.tag()).reference(Attribute.ABSTRACT_ORIGIN, origin);
                if (history != null) {
                    locations.describe(entry, history);
                }
            }
        });
        tree.calls().forEach((call, inlined) -> describe(call, inlined, code));
    }

    private void describe(InlineTree.Call call, InlineTree inlined, Entry parent) {
        MethodEntries.Declaration declaration = methods.of(call.callee());
        Entry entry = parent.add(Tag.INLINED_SUBROUTINE).reference(Attribute.ABSTRACT_ORIGIN, declaration.entry());
        ranges.describe(entry, inlined.ranges());
        entry.number(Attribute.CALL_FILE, unit.files().number(call.site().method().owner()));
        entry.number(Attribute.CALL_LINE, call.site().line());
        describe(inlined, declaration, entry);
    }
}
