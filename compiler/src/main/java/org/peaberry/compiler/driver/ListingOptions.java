/** Listings of IR, machine code and the link map. */
package org.peaberry.compiler.driver;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.explain.Explanations;
import org.peaberry.compiler.image.ImageFiles;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.listing.AssemblyListing;
import org.peaberry.compiler.listing.IrListing;
import org.peaberry.compiler.listing.SourceText;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.observe.PassObserver;
import org.peaberry.compiler.pass.order.WholeProgram;
import org.peaberry.compiler.world.ClosedWorld;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

final class ListingOptions implements PassObserver {
    private static final String IR = "ir";
    private static final String ASSEMBLY = "asm";
    private static final String MAP = "map";

    @Option(names = "--emit", paramLabel = "KIND[:STEP]", converter = KindConverter.class, description = "Print a listing: ir (after the last pass), ir:STEP "
            + "(after 'front end' or a pass, by its class name), ir:all (after each step that changed something), asm (with source lines), map. May be repeated.")
    private List<String> kinds = new ArrayList<>();
    @Option(names = "--method", paramLabel = "TEXT", description = "List the methods whose symbol contains TEXT; all by default.")
    private String method = "";
    @Option(names = "--source-path", paramLabel = "PATH", description = "Folders with the source files, by package, separated by ':'; '.' by default.")
    private String sourcePath = ".";
    @Option(names = "--explain", paramLabel = "METHOD", description = "Print why checks, allocations and calls were left in the methods whose symbol contains METHOD.")
    private String explained;
    @Option(names = "--explain-refused", description = "Print where code of libraries asks for what is not in the dialect or missing, and throws when it "
            + "is reached (linux only).")
    private boolean explainsRefused;
    @Option(names = "--emit-to", paramLabel = "DIR", description = "Write each listing to DIR/listing.KIND instead of printing it.")
    private Path folder;

    private final Map<String, IrListing> irListings = new LinkedHashMap<>();

    static final class KindConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            String kind = value.toLowerCase(Locale.ROOT);
            if (!kind.equals(IR) && !kind.startsWith(IR + ":") && !kind.equals(ASSEMBLY) && !kind.equals(MAP)) {
                throw new TypeConversionException("there is no listing '" + value + "', but ir, ir:STEP, asm and map");
            }
            return kind;
        }
    }

    boolean areUsed() {
        return !kinds.isEmpty() || explained != null || explainsRefused;
    }

    private Explanations explanations;

    /** To be called before the compilation. */
    void prepare() {
        explanations = explained == null ? null : new Explanations(symbol -> symbol.contains(explained));
        for (String kind : kinds) {
            if (kind.startsWith(IR)) {
                String step = kind.equals(IR) ? IrListing.LAST : kind.substring(IR.length() + 1);
                irListings.put(kind, new IrListing(step, this::isWanted));
            }
        }
    }

    @Override
    public void done(Graph graph, String step) {
        irListings.values().forEach(listing -> listing.done(graph, step));
    }

    @Override
    public boolean wantsReasons(Graph graph) {
        return explanations != null;
    }

    @Override
    public void callKept(Graph graph, Instruction call, String reason) {
        explanations.callKept(call, reason);
    }

    @Override
    public void optimized(ClosedWorld world, WholeProgram program) {
        if (explanations != null) {
            explanations.optimized(world, program);
        }
    }

    private boolean isWanted(String symbol) {
        return symbol.contains(method);
    }

    /** @throws CompilerError for a step that there is not */
    void write(CompiledProgram program, PrintStream output) throws IOException {
        if (explanations != null) {
            write("explain", explanation(program), output);
        }
        if (explainsRefused) {
            write("refused", RefusalListing.of(program.world().refusals()), output);
        }
        for (String kind : kinds) {
            String text = switch (kind) {
                case ASSEMBLY -> assembly(program);
                case MAP -> ImageFiles.map(program.image());
                default -> ir(irListings.get(kind));
            };
            write(kind.replace(':', '-').replace(' ', '-'), text, output);
        }
    }

    private void write(String suffix, String text, PrintStream output) throws IOException {
        if (folder == null) {
            output.print(text);
        } else {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("listing." + suffix), text);
        }
    }

    private String explanation(CompiledProgram program) {
        if (explanations.isEmpty()) {
            throw new CompilerError("error: --explain: no reachable method has '" + explained + "' in its symbol. Symbols are like org.example.Main.run(I)V");
        }
        return explanations.text(program);
    }

    private static String ir(IrListing listing) {
        if (listing.isUnknown()) {
            throw new CompilerError("error: --emit=ir: there is no step of that name. Steps are: " + listing.steps());
        }
        return listing.toString();
    }

    private String assembly(CompiledProgram program) {
        SourceText source = new SourceText(Stream.of(sourcePath.split(File.pathSeparator)).map(Path::of).toList());
        StringBuilder text = new StringBuilder();
        for (CompiledMethod compiled : program.methods()) {
            if (isWanted(compiled.method().symbol())) {
                text.append(AssemblyListing.of(compiled, source)).append('\n');
            }
        }
        return text.toString();
    }
}
