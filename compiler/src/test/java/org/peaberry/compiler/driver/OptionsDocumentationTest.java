/** The documentation names every option of peaberryc, and no other. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OptionsDocumentationTest {
    @Test
    void everyOptionHasARowInTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("../docs/compiler.md"));
        String using = page.substring(page.indexOf("## Using it"), page.indexOf("## Looking into a program"));
        Set<String> documented = Pattern.compile("`--[a-z-]+").matcher(rows(using)).results().map(match -> match.group().replaceAll("[^a-z-]", "").replaceAll("^-*", "--"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> options = new CommandLine(new Main()).getCommandSpec().options().stream().map(option -> option.longestName())
                .filter(name -> !name.equals("--help") && !name.equals("--version")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(options, documented);
    }

    private static String rows(String text) {
        return text.lines().filter(line -> line.startsWith("|")).collect(Collectors.joining("\n"));
    }

    @Test
    void helpHasTheGroupsOfTheDocumentation() {
        StringWriter help = new StringWriter();
        new CommandLine(new Main()).usage(new PrintWriter(help));
        for (String group : new String[] {"Program and image:", "Reports:", "Listings:", "The compiler itself:", "Exit status:"}) {
            assertEquals(true, help.toString().contains(group), group + " is missing in\n" + help);
        }
    }
}
