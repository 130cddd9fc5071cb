/** What peaberryc tells of an image beside writing it. */
package org.peaberry.compiler.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.report.HtmlReport;
import org.peaberry.compiler.report.TextReport;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

final class ReportOptions {
    /** A text report, of what has the pattern in its name. */
    record Request(TextReport report, String pattern) {
    }

    @Option(names = "--report", paramLabel = "DIR", description = "Write DIR/index.html: code size, image heap, stack depth and reachability as one page, "
            + "which needs no network.")
    private Path folder;
    @Option(names = "--report-text", paramLabel = "KIND[:TEXT]", converter = RequestConverter.class, description = "Print a report: code-size, heap, stack or "
            + "reachability; with TEXT, of the methods or types that have TEXT in their names (stack: of methods instead of entry points). May be repeated.")
    private List<Request> requests = new ArrayList<>();

    static final class RequestConverter implements ITypeConverter<Request> {
        @Override
        public Request convert(String value) {
            String[] parts = value.split(":", 2);
            for (TextReport report : TextReport.values()) {
                if (report.label().equals(parts[0])) {
                    return new Request(report, parts.length == 1 ? "" : parts[1]);
                }
            }
            String known = Arrays.stream(TextReport.values()).map(TextReport::label).collect(Collectors.joining(", "));
            throw new TypeConversionException("there is no report '" + parts[0] + "', but " + known);
        }
    }

    boolean areUsed() {
        return folder != null || !requests.isEmpty();
    }

    /** @param title of the page */
    void write(CompiledProgram program, String title, PrintStream output) throws IOException {
        if (folder != null) {
            HtmlReport.write(program, title, folder);
        }
        for (Request request : requests) {
            output.print(request.report().write(program, request.pattern()));
        }
    }
}
