/** The forms in which findings are printed. */
package org.peaberry.verifier.report;

import java.util.List;

import org.peaberry.verifier.rule.Finding;

public enum Format {
    TEXT {
        @Override
        public String print(List<Finding> findings) {
            return TextReport.print(findings);
        }
    },
    SARIF {
        @Override
        public String print(List<Finding> findings) {
            return SarifReport.print(findings);
        }
    },
    JSON {
        @Override
        public String print(List<Finding> findings) {
            return JsonReport.print(findings);
        }
    };

    /** The whole output for the findings, which may be none. */
    public abstract String print(List<Finding> findings);
}
