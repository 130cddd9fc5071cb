/** Each release in the kernel's sources is there because something was taken: without it, the verifier finds the leak. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.peaberry.verifier.engine.Verifier;
import org.peaberry.verifier.rules.Rules;
import org.peaberry.verifier.source.SourceProblem;
import org.peaberry.verifier.tree.SourceFile;

class ForgottenReleaseTest {
    private static final Pattern RELEASE = Pattern.compile("(?m)^ +[\\w.()]*\\b(?:release|releaseBlock)\\([\\w.]*\\);$");
    private static final Verifier LEAKS = new Verifier(List.of(Rules.find("resource-leak"), Rules.find("double-release")));
    private static final int FEWEST = 40;
    /** What fields have had for long, parts of a block, and the bodies of @Releases methods: the tests of those classes see to them. */
    private static final List<String> LEFT_TO_TESTS = List.of(
            "SvmVirtualCpu: memory.release();", "GuestPermissions: memory.release();", "StructureMemory: release();", "VmxVirtualCpu: memory.release();",
            "Domain: host.allocator().release(sharedInfo);", "EventChannels: lock.release();", "EventChannels: other.lock.release();",
            "FrameAllocator: release(rest);");

    @Test
    void withoutAReleaseThereIsALeak() throws IOException, SourceProblem {
        List<SourceFile> files = new ArrayList<>();
        for (Path folder : Sources.KERNEL) {
            for (Path file : Sources.files(folder)) {
                files.add(SourceFile.parse(file.toString(), Files.readString(file)));
            }
        }
        List<String> unnoticed = new ArrayList<>();
        int releases = 0;
        for (SourceFile file : files) {
            String text = Files.readString(Path.of(file.name()));
            for (MatchResult release : RELEASE.matcher(text).results().toList()) {
                releases++;
                String without = text.substring(0, release.start()) + ";" + text.substring(release.end());
                List<SourceFile> others = files.stream().filter(other -> other != file).toList();
                if (LEAKS.verifyTexts(Map.of(file.name(), without), others).isEmpty()) {
                    unnoticed.add(Path.of(file.name()).getFileName().toString().replace(".java", ": ") + release.group().trim());
                }
            }
        }
        assertTrue(releases >= FEWEST, "only " + releases + " releases");
        assertEquals(Set.copyOf(LEFT_TO_TESTS), Set.copyOf(unnoticed));
    }
}
