/** The reports of the hypervisor: the page is there, has a reasonable size, and its figures are the image's. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.HypervisorBuilder;

@Tag("boot")
class HypervisorReportTest {
    private static final int MOST_BYTES = 2_000_000;

    @TempDir
    private static Path folder;
    private static String printed;
    private static String page;

    @BeforeAll
    static void build() throws Exception {
        printed = new HypervisorBuilder(Project.current()).buildWith(folder.resolve("peaberry.elf"), List.of("--report", folder.toString(),
                "--report-text", "code-size", "--report-text", "heap:XenVersion", "--report-text", "stack", "--report-text", "reachability:XenVersion.call",
                "--explain", "XenVersion.call", "--emit=asm", "--method=XenVersion.call"));
        page = Files.readString(folder.resolve("index.html"));
    }

    @Test
    void pageHasAReasonableSize() {
        assertTrue(page.length() < MOST_BYTES, page.length() + " characters");
    }

    @Test
    void partsAddUpToTheImageInTheLinkMap() throws Exception {
        String parts = page.substring(page.indexOf("\"parts\":") + 8, page.indexOf("\"methods\":"));
        int inPage = Pattern.compile(",(\\d+)\\]").matcher(parts).results().mapToInt(HypervisorReportTest::number).sum();
        int inMap = Files.readString(folder.resolve("peaberry.elf.map")).lines().takeWhile(line -> !line.isEmpty())
                .mapToInt(line -> Integer.parseInt(line.split(" ")[1], 16)).sum();
        assertEquals(inMap, inPage);
    }

    private static int number(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }

    @Test
    void textReportsTellOfTheHypervisor() {
        assertTrue(printed.contains("    org.peaberry.kernel.hypercall\n") || printed.contains("  org.peaberry.kernel.hypercall\n"), printed.substring(0, 2000));
        assertTrue(printed.contains("org.peaberry.arch.trap.Traps.dispatch(long)"), "no stack report");
        assertTrue(printed.contains("org.peaberry.kernel.hypercall.XenVersion.call(HypercallContext)\n  from "), "no reachability report");
    }

    @Test
    void listingsTellOfOneMethod() {
        assertTrue(printed.contains("org.peaberry.kernel.hypercall.XenVersion.call(Lorg/peaberry/kernel/hypercall/HypercallContext;)J:\n"), "no assembly listing");
        assertTrue(printed.contains(": left in its code\n"), "no explanation");
    }
}
