/** Findings as a JSON list, for scripts. */
package org.peaberry.verifier.report;

import java.util.List;

import org.peaberry.verifier.rule.Finding;

final class JsonReport {
    private JsonReport() {
    }

    static String print(List<Finding> findings) {
        JsonText json = new JsonText();
        json.open('[');
        for (Finding finding : findings) {
            json.item().open('{').member("file", finding.file()).member("line", finding.position().line())
                    .member("column", finding.position().column()).member("rule", finding.rule().id()).member("message", finding.message())
                    .member("reason", finding.rule().reason()).member("instead", finding.rule().instead()).close('}');
        }
        return json.close(']').toString();
    }
}
