/** What SARIF 2.1.0 (OASIS, sections 3.13 to 3.52) asks of the parts that a report uses: required members, types, ranges, and nothing unknown. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class SarifSchema {
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    private SarifSchema() {
    }

    static void check(Object log) {
        Map<?, ?> members = object(log, Set.of("version", "runs"), Set.of("$schema", "properties"));
        assertEquals("2.1.0", members.get("version"));
        assertTrue(URI.create((String) members.get("$schema")).isAbsolute());
        list(members.get("runs")).forEach(SarifSchema::checkRun);
    }

    private static void checkRun(Object run) {
        Map<?, ?> members = object(run, Set.of("tool"), Set.of("results", "columnKind", "artifacts", "properties"));
        assertTrue(Set.of("utf16CodeUnits", "unicodeCodePoints").contains(members.get("columnKind")));
        Map<?, ?> driver = object(object(members.get("tool"), Set.of("driver"), Set.of("extensions")).get("driver"),
                Set.of("name"), Set.of("rules", "version", "semanticVersion", "informationUri", "fullName"));
        List<?> rules = list(driver.get("rules"));
        rules.forEach(SarifSchema::checkRule);
        list(members.get("results")).forEach(result -> checkResult(result, rules));
    }

    private static void checkRule(Object rule) {
        Map<?, ?> members = object(rule, Set.of("id"), Set.of("name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration"));
        checkText(members.get("shortDescription"));
        checkText(members.get("fullDescription"));
        checkText(members.get("help"));
        Map<?, ?> configuration = object(members.get("defaultConfiguration"), Set.of(), Set.of("enabled", "level", "rank", "parameters"));
        assertTrue(LEVELS.contains(configuration.get("level")));
    }

    private static void checkResult(Object result, List<?> rules) {
        Map<?, ?> members = object(result, Set.of("message"), Set.of("ruleId", "ruleIndex", "level", "locations", "kind", "partialFingerprints"));
        checkText(members.get("message"));
        assertTrue(LEVELS.contains(members.get("level")));
        int index = Math.toIntExact((Long) members.get("ruleIndex"));
        assertEquals(members.get("ruleId"), Json.at(rules, index, "id"));
        for (Object location : list(members.get("locations"))) {
            Map<?, ?> physical = object(object(location, Set.of(), Set.of("id", "physicalLocation", "message")).get("physicalLocation"),
                    Set.of("artifactLocation"), Set.of("region", "contextRegion"));
            Map<?, ?> artifact = object(physical.get("artifactLocation"), Set.of(), Set.of("uri", "uriBaseId", "index", "description"));
            URI.create((String) artifact.get("uri"));
            Map<?, ?> region = object(physical.get("region"), Set.of(), Set.of("startLine", "startColumn", "endLine", "endColumn"));
            assertTrue((Long) region.get("startLine") >= 1 && (Long) region.get("startColumn") >= 1);
        }
    }

    private static void checkText(Object message) {
        assertTrue(!((String) object(message, Set.of("text"), Set.of("markdown", "id", "arguments")).get("text")).isEmpty());
    }

    private static Map<?, ?> object(Object value, Set<String> required, Set<String> optional) {
        Map<?, ?> members = assertInstanceOf(Map.class, value);
        assertTrue(members.keySet().containsAll(required), () -> required + " are required, there are " + members.keySet());
        for (Object name : members.keySet()) {
            assertTrue(required.contains(name) || optional.contains(name), () -> "unknown member " + name);
        }
        return members;
    }

    private static List<?> list(Object value) {
        return assertInstanceOf(List.class, value);
    }
}
