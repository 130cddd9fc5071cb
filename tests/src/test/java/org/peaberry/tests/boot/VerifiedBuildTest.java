/** The hypervisor passes the compiler's own checks, and those change nothing in it. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.HypervisorBuilder;

@Tag("boot")
class VerifiedBuildTest {
    @Test
    void theProductIsTheImageThatWasVerified(@TempDir Path folder) throws IOException {
        Path verified = folder.resolve("peaberry.elf");
        new HypervisorBuilder(Project.current()).buildVerified(verified);
        assertEquals(-1, Files.mismatch(verified, Boot.product().hypervisor()), "the checked build differs from the product");
    }
}
