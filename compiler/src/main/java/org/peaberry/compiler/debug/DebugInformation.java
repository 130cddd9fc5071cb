/** Builds the DWARF sections of an image. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.image.DebugSection;
import org.peaberry.compiler.image.LinkedImage;
import org.peaberry.compiler.world.ClosedWorld;

/** DWARF 5, one compilation unit for each source file. The same program gives the same bytes. */
public final class DebugInformation {
    /** DW_LANG_C11: gdb has no Java any more; of what it has, C takes names with dots as they are. */
    private static final int LANGUAGE = 0x1d;
    private static final String PRODUCER = "peaberryc 0.1.0";

    private final ClosedWorld world;
    private final Map<String, Long> symbols = new HashMap<>();
    private final Units units;
    private final String compilationDirectory;
    private final List<PlacedMethod> methods;
    private final TypeEntries types;
    private final LocationLists locations = new LocationLists();
    private final RangeLists ranges = new RangeLists();
    private final AddressRanges addresses = new AddressRanges();
    private final InfoSection info = new InfoSection();
    private final DwarfBytes lines = new DwarfBytes();

    private DebugInformation(LinkedImage image, List<CompiledMethod> methods, ClosedWorld world, String compilationDirectory) {
        this.compilationDirectory = compilationDirectory;
        this.world = world;
        image.symbols().forEach(symbol -> symbols.put(symbol.name(), symbol.address()));
        this.methods = placed(methods);
        units = new Units(compilationDirectory);
        types = new TypeEntries(world, units);
    }

    /**
     * The image with debug information.
     *
     * @param compilationDirectory to which the paths of source files are relative
     */
    public static LinkedImage addTo(LinkedImage image, List<CompiledMethod> methods, ClosedWorld world, String compilationDirectory) {
        return image.withDebug(new DebugInformation(image, methods, world, compilationDirectory).sections(image));
    }

    private List<PlacedMethod> placed(List<CompiledMethod> methods) {
        return methods.stream().map(method -> new PlacedMethod(method, symbols.get(method.method().symbol())))
                .sorted(Comparator.comparing(PlacedMethod::address, Long::compareUnsigned)).toList();
    }

    private List<DebugSection> sections(LinkedImage image) {
        methods.forEach(method -> units.of(method.method().owner()).methods().add(method));
        MethodEntries entries = new MethodEntries(units, types);
        for (PlacedMethod method : methods) {
            new MethodCode(units.of(method.method().owner()), entries, ranges, locations).describe(method);
        }
        StaticFields.describe(world, units, types, symbols);
        // readelf takes a line number program without rows at the section's end for a broken one.
        units.all().stream().filter(unit -> unit.methods().isEmpty()).forEach(this::finish);
        units.all().stream().filter(unit -> !unit.methods().isEmpty()).forEach(this::finish);
        long text = image.address("text_start");
        byte[] frames = CallFrames.of(methods, new CodeRange(text, (int) (image.address("text_end") - text)));
        List<DebugSection> sections = new ArrayList<>();
        sections.add(new DebugSection(".debug_info", info.toByteArray()));
        sections.add(new DebugSection(".debug_abbrev", info.abbreviations().toByteArray()));
        sections.add(new DebugSection(".debug_str", info.strings().toByteArray()));
        sections.add(new DebugSection(".debug_line", lines.toByteArray()));
        sections.add(new DebugSection(".debug_rnglists", ranges.toByteArray()));
        sections.add(new DebugSection(".debug_loclists", locations.toByteArray()));
        sections.add(new DebugSection(".debug_aranges", addresses.toByteArray()));
        sections.add(new DebugSection(".debug_frame", frames));
        return sections;
    }

    private void finish(Unit unit) {
        Entry entry = unit.entry();
        entry.text(Attribute.PRODUCER, PRODUCER).number(Attribute.LANGUAGE, LANGUAGE).text(Attribute.NAME, unit.source().path());
        int lineProgram = lines.size();
        entry.text(Attribute.COMPILATION_DIRECTORY, compilationDirectory).section(Attribute.STATEMENT_LIST, () -> lineProgram);
        unit.methods().forEach(method -> method.compiled().sources().forEach(
                source -> unit.files().addAll(source.position())));
        LineProgram.write(lines, unit.methods(), unit.files());
        List<CodeRange> code = unit.methods().stream().map(PlacedMethod::range).toList();
        if (!code.isEmpty()) {
            ranges.describe(entry, code);
            if (code.size() > 1) {
                entry.address(Attribute.LOW_PC, 0);
            }
        }
        int offset = info.add(entry);
        if (!code.isEmpty()) {
            addresses.add(offset, code);
        }
    }
}
