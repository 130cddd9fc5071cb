/** .debug_line: from code addresses to lines of source. DWARF 5, §6.2. */
package org.peaberry.compiler.debug;

import java.util.LinkedList;
import java.util.List;
import java.util.Objects;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.ir.SourcePosition;

/** Every method is a sequence of its own. */
final class LineProgram {
    private static final int LINE_BASE = -5;
    private static final int LINE_RANGE = 14;
    /** Number of standard opcodes and one; their operand counts follow. */
    private static final int OPCODE_BASE = 13;
    private static final int[] OPERAND_COUNTS = {0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1};
    private static final int COPY = 1;
    private static final int ADVANCE_PC = 2;
    private static final int ADVANCE_LINE = 3;
    private static final int SET_FILE = 4;
    private static final int EXTENDED = 0;
    private static final int END_SEQUENCE = 1;
    private static final int SET_ADDRESS = 2;
    private static final int LAST_OPCODE = 255;

    private final DwarfBytes bytes;
    private final FileTable files;
    private int file;
    private int line;
    private int offset;
    private boolean isFirst = true;

    private LineProgram(DwarfBytes bytes, FileTable files) {
        this.bytes = bytes;
        this.files = files;
    }

    /** Appends the program of one compilation unit, whose files must have been numbered. */
    static void write(DwarfBytes bytes, List<PlacedMethod> methods, FileTable files) {
        int begin = bytes.beginLength();
        int segmentSelectorSize = 0;
        bytes.put16(DwarfBytes.VERSION).put8(Long.BYTES, segmentSelectorSize);
        int header = bytes.beginLength();
        int minimumInstructionLength = 1;
        int operationsPerInstruction = 1;
        int isStatement = 1;
        bytes.put8(minimumInstructionLength, operationsPerInstruction, isStatement, LINE_BASE, LINE_RANGE, OPCODE_BASE).put8(OPERAND_COUNTS);
        files.writeTo(bytes);
        bytes.endLength(header);
        methods.forEach(method -> new LineProgram(bytes, files).write(method));
        bytes.endLength(begin);
    }

    private void write(PlacedMethod method) {
        file = 1;
        line = 1;
        bytes.put8(EXTENDED).putUnsigned(1L + Long.BYTES).put8(SET_ADDRESS).put64(method.address());
        List<SourcePosition> previous = List.of();
        for (CompiledMethod.Source source : method.compiled().sources()) {
            List<SourcePosition> chain = chain(source.position());
            enterCalls(source.offset(), previous, chain);
            row(source.offset(), source.position());
            previous = chain;
        }
        bytes.put8(ADVANCE_PC).putUnsigned(method.size() - offset);
        bytes.put8(EXTENDED).putUnsigned(1).put8(END_SEQUENCE);
    }

    /** A position and its callers, outermost first. */
    private static List<SourcePosition> chain(SourcePosition position) {
        LinkedList<SourcePosition> chain = new LinkedList<>();
        for (SourcePosition each = position; each != null; each = each.caller()) {
            chain.addFirst(each);
        }
        return chain;
    }

    /** Inlined calls that are entered here have rows of their own before that of the callee: a breakpoint at the call's line stops there. */
    private void enterCalls(int newOffset, List<SourcePosition> previous, List<SourcePosition> chain) {
        int common = 0;
        while (common < previous.size() && common < chain.size() && isSameCall(previous.get(common), chain.get(common))) {
            common++;
        }
        for (int level = Math.max(common, 1); level < chain.size(); level++) {
            row(newOffset, chain.get(level).caller());
        }
    }

    private static boolean isSameCall(SourcePosition one, SourcePosition other) {
        return one.method() == other.method() && Objects.equals(one.caller(), other.caller());
    }

    /** Adds a row unless the position's line is in force. */
    private void row(int newOffset, SourcePosition position) {
        int newFile = files.number(position.method().owner());
        if (isFirst || newFile != file || position.line() != line) {
            row(newOffset, newFile, position.line());
            isFirst = false;
        }
    }

    private void row(int newOffset, int newFile, int newLine) {
        if (newFile != file) {
            bytes.put8(SET_FILE).putUnsigned(newFile);
        }
        int advance = newOffset - offset;
        int lines = newLine - line;
        boolean isNear = lines >= LINE_BASE && lines < LINE_BASE + LINE_RANGE;
        int special = lines - LINE_BASE + LINE_RANGE * advance + OPCODE_BASE;
        if (isNear && special <= LAST_OPCODE && advance < LAST_OPCODE) {
            bytes.put8(special);
        } else {
            bytes.put8(ADVANCE_PC).putUnsigned(advance).put8(ADVANCE_LINE).putSigned(lines).put8(COPY);
        }
        file = newFile;
        line = newLine;
        offset = newOffset;
    }
}
