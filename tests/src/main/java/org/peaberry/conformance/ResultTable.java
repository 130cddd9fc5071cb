/** The machines' results side by side, one line a check. */
package org.peaberry.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

final class ResultTable {
    private final List<Results> machines;
    private final Set<String> checks = new LinkedHashSet<>();

    ResultTable(List<Results> machines) {
        this.machines = machines;
        machines.forEach(machine -> checks.addAll(machine.checks()));
    }

    boolean isGood() {
        return !checks.isEmpty() && machines.stream().allMatch(machine -> machine.ended() && checks.stream().allMatch(check -> machine.verdict(check).isGood()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        machines.forEach(machine -> text.append(cell(machine, machine.machine())));
        text.append("check\n");
        for (String check : checks) {
            machines.forEach(machine -> text.append(cell(machine, machine.verdict(check).label())));
            text.append(check).append('\n');
        }
        machines.forEach(machine -> text.append(cell(machine, sum(machine))));
        return text.append("good of ").append(checks.size()).append(" checks\n").append(problems()).toString();
    }

    private String sum(Results machine) {
        return Long.toString(checks.stream().filter(check -> machine.verdict(check).isGood()).count());
    }

    private static String cell(Results machine, String text) {
        return text + " ".repeat(Math.max(1, machine.machine().length() + 2 - text.length()));
    }

    /** What is wrong, said once more, with what was expected. */
    String problems() {
        List<String> lines = new ArrayList<>();
        for (Results machine : machines) {
            for (String check : checks) {
                if (!machine.verdict(check).isGood()) {
                    String detail = machine.detail(check);
                    lines.add(machine.machine() + ": " + machine.verdict(check).label() + " " + check + (detail == null ? "" : ": " + detail) + "\n");
                }
            }
            if (!machine.ended()) {
                lines.add(machine.machine() + ": the guest did not come to its end. Its last lines:\n" + machine.lastLines() + "\n");
            }
        }
        return String.join("", lines);
    }
}
