/** What the guest said on one machine: its checks with their verdicts, and whether it came to its end. */
package org.peaberry.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Results {
    private static final Pattern LINE = Pattern.compile("(PASS|FAIL|SKIP) ([a-z0-9-]+: [^:\\r]+)(?:: ([^\\r]*))?\\r*");
    private static final Pattern END = Pattern.compile("(?m)^END passed \\d+");
    private static final int TAIL = 1500;

    private final String machine;
    private final String console;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private final Map<String, String> details = new LinkedHashMap<>();

    private Results(String machine, String console) {
        this.machine = machine;
        this.console = console;
    }

    static Results parse(String machine, String console, EmulatorFaults faults) {
        Results results = new Results(machine, console);
        for (String line : console.split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                results.add(Verdict.valueOf(matcher.group(1)), matcher.group(2), matcher.group(3), faults);
            }
        }
        return results;
    }

    private void add(Verdict told, String check, String detail, EmulatorFaults faults) {
        boolean isDocumented = faults.contains(machine, check);
        Verdict verdict = !isDocumented ? told : told == Verdict.FAIL ? Verdict.EMULATOR_FAULT : told == Verdict.PASS ? Verdict.UNEXPECTED_PASS : told;
        if (verdicts.put(check, verdict) != null) {
            verdicts.put(check, Verdict.FAIL);
            details.put(check, "two checks have this name");
        } else if (detail != null) {
            details.put(check, detail);
        }
    }

    String machine() {
        return machine;
    }

    /** Area and text of each check. */
    Set<String> checks() {
        return verdicts.keySet();
    }

    Verdict verdict(String check) {
        return verdicts.getOrDefault(check, Verdict.MISSING);
    }

    /** What the guest added to a verdict, or null. */
    String detail(String check) {
        return details.get(check);
    }

    boolean ended() {
        return END.matcher(console).find();
    }

    String lastLines() {
        return console.substring(Math.max(0, console.length() - TAIL));
    }
}
