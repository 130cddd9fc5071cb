/** A command of a page, and what it prints there. */
package org.peaberry.tests.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * @param line its number in the page
 * @param input what is typed at the prompts of a debugger that it starts
 */
record DocumentedCommand(int line, String command, List<String> input, List<String> output) {
    private static final String SHELL = "$ ";
    private static final String DEBUGGER = "(gdb) ";
    private static final String BACKGROUND = " &";
    /** What gdb says on terminals alone. */
    private static final Pattern FOR_PEOPLE = Pattern.compile("Reading symbols from .*|Remote debugging using .*|Continuing\\.");

    static List<DocumentedCommand> in(Document.Block block) {
        List<DocumentedCommand> commands = new ArrayList<>();
        int line = block.line();
        for (String text : block.lines()) {
            if (text.startsWith(SHELL)) {
                commands.add(new DocumentedCommand(line, text.substring(SHELL.length()), new ArrayList<>(), new ArrayList<>()));
            } else {
                DocumentedCommand last = commands.get(commands.size() - 1);
                if (!FOR_PEOPLE.matcher(text).matches()) {
                    last.output().add(text);
                }
                if (text.startsWith(DEBUGGER)) {
                    last.input().add(text.substring(DEBUGGER.length()));
                }
            }
            line++;
        }
        return commands;
    }

    boolean isInBackground() {
        return command.endsWith(BACKGROUND);
    }

    /** As the shell takes it: the debugger echoes what it is told, and ends after it. */
    String shellCommand() {
        StringBuilder text = new StringBuilder(isInBackground() ? command.substring(0, command.length() - BACKGROUND.length()) : command);
        if (!input.isEmpty()) {
            text.append(" -nx -batch -ex 'set width 0' -ex 'set debuginfod enabled off' -ex 'set tcp connect-timeout 60'");
            input.forEach(typed -> text.append(" -ex 'echo ").append(DEBUGGER.replace("(", "\\(")).append(typed.replace("'", "'\\''")).append("\\n' -ex '")
                    .append(typed.replace("'", "'\\''")).append("'"));
        }
        return text.toString();
    }
}
