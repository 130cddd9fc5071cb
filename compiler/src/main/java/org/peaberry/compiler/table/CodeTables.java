/** Builds the tables by which the runtime finds handlers and prints stack traces. */
package org.peaberry.compiler.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.exception.CodeTable;

/** The layout of the rows is {@link CodeTable}'s. */
public final class CodeTables {
    private static final int METHOD_SIZE = 32;
    private static final int CALL_SITE_SIZE = 16;
    private static final int INLINE_FRAME_SIZE = 16;

    private final NameTable names = new NameTable();
    private final Rows methods = new Rows("method_table", METHOD_SIZE);
    private final Rows callSites = new Rows("call_site_table", CALL_SITE_SIZE);
    private final Rows inlineFrames = new Rows("inline_frame_table", INLINE_FRAME_SIZE);
    private final Map<SourcePosition, Integer> inlineFrameOf = new HashMap<>();

    /**
     * Adds a method; methods come in ascending order of their offsets.
     *
     * @param codeOffset bytes from the symbol text_start
     */
    public void add(CompiledMethod compiled, int codeOffset) {
        methods.add(codeOffset, compiled.code().length, compiled.frameSize(), callSites.count(), compiled.callSites().size(),
                nameOf(compiled.method()), fileOf(compiled.method()));
        for (CompiledMethod.CallSite site : compiled.callSites()) {
            boolean isCovered = site.handlerOffset() != CompiledMethod.NO_HANDLER;
            SourcePosition position = site.position();
            callSites.add(codeOffset + site.returnOffset(), isCovered ? codeOffset + site.handlerOffset() : CodeTable.NONE,
                    position == null ? 0 : position.line(), inlineFrame(position));
        }
    }

    private int inlineFrame(SourcePosition position) {
        if (position == null || position.caller() == null) {
            return CodeTable.NONE;
        }
        Integer known = inlineFrameOf.get(position);
        if (known != null) {
            return known;
        }
        SourcePosition caller = position.caller();
        int frame = inlineFrames.add(nameOf(position.method()), fileOf(position.method()), caller.line(), inlineFrame(caller));
        inlineFrameOf.put(position, frame);
        return frame;
    }

    private int nameOf(MethodInfo method) {
        return names.offset(method.isHidden() ? CodeTable.HIDDEN_NAME : method.displayName());
    }

    private int fileOf(MethodInfo method) {
        String file = method.owner().node().sourceFile;
        return names.offset(file == null ? "Unknown Source" : file);
    }

    /** All tables. */
    public List<Section> sections() {
        return List.of(methods.toSection(), callSites.toSection(), inlineFrames.toSection(), Rows.section("name_table", names.toBytes()));
    }
}
