/** Writes the reports as one self-contained page. */
package org.peaberry.compiler.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.peaberry.compiler.observe.CompiledProgram;

public final class HtmlReport {
    private static final String FILE = "index.html";
    /** In this order they are one script. */
    private static final List<String> SCRIPTS = List.of("data", "format", "tree", "treemap", "table", "navigation", "code", "heap", "stack", "reachability", "main");

    private HtmlReport() {
    }

    /** Writes DIR/index.html. @param title says what was compiled */
    public static void write(CompiledProgram program, String title, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), page(program, title));
    }

    /** The page: the markup with style, script and data put in the place of their markers. */
    static String page(CompiledProgram program, String title) throws IOException {
        String markup = resource("report.html");
        return markup.replace("{{title}}", escaped(title)).replace("{{style}}", resource("report.css"))
                .replace("{{data}}", ReportData.of(program, title)).replace("{{script}}", script());
    }

    private static String script() throws IOException {
        StringBuilder script = new StringBuilder();
        for (String name : SCRIPTS) {
            script.append(resource("script/" + name + ".js"));
        }
        return script.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
