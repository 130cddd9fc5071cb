/** Machine code of methods as text, with the lines of source it comes from. */
package org.peaberry.compiler.listing;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.encode.CodeNames;
import org.peaberry.compiler.encode.DecodedInstruction;
import org.peaberry.compiler.encode.Disassembler;
import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.ir.SourcePosition;

/** Addresses count from the start of the method; what the linker fills in has its symbol's name. */
public final class AssemblyListing implements CodeNames {
    private static final String INDENTATION = "        ";
    private static final int CODE_COLUMN = 26;

    private final CompiledMethod method;
    private final SourceText source;
    private final Disassembler disassembler;
    private final Map<Integer, Relocation> relocations = new HashMap<>();
    private final Set<Integer> tableEntries = new TreeSet<>();
    private final TreeSet<Integer> targets = new TreeSet<>();
    private final StringBuilder text = new StringBuilder();

    private AssemblyListing(CompiledMethod method, SourceText source) {
        this.method = method;
        this.source = source;
        disassembler = new Disassembler(method.code(), this);
        method.relocations().forEach(relocation -> relocations.put(relocation.offset(), relocation));
        for (int entry : method.tableEntries()) {
            tableEntries.add(entry);
        }
    }

    public static String of(CompiledMethod method, SourceText source) {
        AssemblyListing listing = new AssemblyListing(method, source);
        listing.findTargets();
        listing.write();
        return listing.text.toString();
    }

    private void findTargets() {
        for (int at = 0; at < method.code().length;) {
            if (!tableEntries.contains(at)) {
                DecodedInstruction instruction = disassembler.at(at);
                if (instruction.target() != DecodedInstruction.NO_TARGET) {
                    targets.add(instruction.target());
                }
                at += instruction.length();
            } else {
                at += Integer.BYTES;
            }
        }
        tableEntries.forEach(entry -> targets.add(tableTarget(entry)));
        method.callSites().stream().filter(site -> site.handlerOffset() != CompiledMethod.NO_HANDLER).forEach(site -> targets.add(site.handlerOffset()));
    }

    private void write() {
        text.append("; ").append(method.method().symbol()).append(": ").append(method.code().length).append(" bytes, frame ").append(method.frameSize()).append('\n');
        text.append(method.method().symbol()).append(":\n");
        int nextSource = 0;
        SourcePosition shown = null;
        for (int at = 0; at < method.code().length;) {
            while (nextSource < method.sources().size() && method.sources().get(nextSource).offset() <= at) {
                SourcePosition position = method.sources().get(nextSource++).position();
                if (!position.equals(shown)) {
                    writeSource(position);
                    shown = position;
                }
            }
            if (targets.contains(at)) {
                text.append(label(at)).append(":\n");
            }
            at += tableEntries.contains(at) ? writeTableEntry(at) : writeInstruction(at);
        }
    }

    private void writeSource(SourcePosition position) {
        String line = source.line(position);
        text.append("; ").append(SourceText.place(position)).append(line.isEmpty() ? "" : "  " + line).append('\n');
    }

    private int writeInstruction(int at) {
        DecodedInstruction instruction = disassembler.at(at);
        writeLine(at, instruction.length(), instruction.text());
        int end = at + instruction.length();
        for (CompiledMethod.CallSite site : method.callSites()) {
            if (site.returnOffset() == end && site.handlerOffset() != CompiledMethod.NO_HANDLER) {
                text.append(INDENTATION).append("; handler ").append(label(site.handlerOffset())).append('\n');
            }
        }
        return instruction.length();
    }

    private int writeTableEntry(int at) {
        writeLine(at, Integer.BYTES, "dd " + label(tableTarget(at)) + " - " + label(tableOf(at)));
        return Integer.BYTES;
    }

    private void writeLine(int at, int length, String instruction) {
        String bytes = HexFormat.of().formatHex(method.code(), at, at + length);
        text.append(String.format("%6x  ", at)).append(bytes).append(" ".repeat(Math.max(1, CODE_COLUMN - bytes.length()))).append(instruction).append('\n');
    }

    /** The first entry of the table in which an entry is: its offsets count from there. */
    private int tableOf(int entry) {
        int start = entry;
        while (tableEntries.contains(start - Integer.BYTES)) {
            start -= Integer.BYTES;
        }
        return start;
    }

    private int tableTarget(int entry) {
        byte[] code = method.code();
        int offset = java.nio.ByteBuffer.wrap(code).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(entry);
        return tableOf(entry) + offset;
    }

    @Override
    public Relocation relocation(int offset) {
        return relocations.get(offset);
    }

    @Override
    public String label(int offset) {
        return ".l" + Integer.toHexString(offset);
    }
}
