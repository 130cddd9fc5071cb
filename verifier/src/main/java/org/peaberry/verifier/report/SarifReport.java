/** Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning services. */
package org.peaberry.verifier.report;

import java.nio.file.Path;
import java.util.List;

import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;

final class SarifReport {
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {
    }

    static String print(List<Finding> findings) {
        JsonText json = new JsonText();
        json.open('{').member("$schema", SCHEMA).member("version", "2.1.0").name("runs").open('[').item().open('{');
        tool(json);
        json.member("columnKind", "utf16CodeUnits").name("results").open('[');
        findings.forEach(finding -> result(json, finding));
        return json.close(']').close('}').close(']').close('}').toString();
    }

    private static void tool(JsonText json) {
        json.name("tool").open('{').name("driver").open('{').member("name", "peaberry-verify").member("semanticVersion", "0.1.0").name("rules").open('[');
        for (Rule rule : Rules.all()) {
            json.item().open('{').member("id", rule.id());
            message(json, "shortDescription", rule.statement());
            message(json, "fullDescription", rule.statement() + " Why: " + rule.reason() + ".");
            json.name("help").open('{').member("text", "Instead: " + rule.instead() + ".").member("markdown", RuleDescription.markdown(rule)).close('}');
            json.name("defaultConfiguration").open('{').member("level", "error").close('}').close('}');
        }
        json.close(']').close('}').close('}');
    }

    private static void result(JsonText json, Finding finding) {
        json.item().open('{').member("ruleId", finding.rule().id()).member("ruleIndex", Rules.all().indexOf(finding.rule())).member("level", "error");
        message(json, "message", finding.message());
        json.name("locations").open('[').item().open('{').name("physicalLocation").open('{');
        json.name("artifactLocation").open('{').member("uri", uri(finding.file())).close('}');
        json.name("region").open('{').member("startLine", finding.position().line()).member("startColumn", finding.position().column()).close('}');
        json.close('}').close('}').close(']').close('}');
    }

    private static void message(JsonText json, String name, String text) {
        json.name(name).open('{').member("text", text).close('}');
    }

    /** Relative names stay so: a service looks them up in the repository. */
    private static String uri(String file) {
        Path path = Path.of(file);
        String uri = path.toAbsolutePath().toUri().getRawPath();
        return path.isAbsolute() ? "file://" + uri : uri.substring(Path.of("").toAbsolutePath().toUri().getRawPath().length());
    }
}
