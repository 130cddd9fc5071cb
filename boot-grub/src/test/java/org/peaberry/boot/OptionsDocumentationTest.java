/** README.md names every option of {@code peaberry run}, and no other. */
package org.peaberry.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class OptionsDocumentationTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]+");

    @Test
    void everyOptionOfRunHasARow() throws Exception {
        String page = Files.readString(Path.of("../README.md"));
        String table = page.substring(page.indexOf("`run` takes:"), page.indexOf("Exit status:"));
        String firstColumn = table.lines().filter(line -> line.startsWith("|")).map(line -> line.split("\\|")[1]).collect(Collectors.joining("\n"));
        Set<String> documented = OPTION.matcher(firstColumn).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        Set<String> options = Main.commandLine().getSubcommands().get("run").getCommandSpec().options().stream().map(OptionSpec::longestName)
                .filter(name -> !name.equals("--help") && !name.equals("--version")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(options, documented);
    }
}
