/** Names options that are ignored on the console. */
package org.peaberry.kernel.console;

import org.peaberry.kernel.options.OptionProblems;

public final class OptionReport implements OptionProblems {
    private final Console console;

    public OptionReport(Console console) {
        this.console = console;
    }

    @Override
    public void unknownOption(String option) {
        console.begin();
        console.text("command line: unknown option '").text(option).text("' ignored").end();
    }

    @Override
    public void malformedValue(String option, String expected) {
        console.begin();
        console.text("command line: '").text(option).text("' ignored, expected ").text(expected).end();
    }
}
