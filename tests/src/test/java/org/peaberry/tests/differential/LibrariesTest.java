/** Well-known libraries from Maven Central, unmodified, do the same work on HotSpot and compiled. */
package org.peaberry.tests.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A program for each library is in {@code src/test/programs/libraries}; its inputs are files of Debian, the JDK or this repository. */
class LibrariesTest {
    private static final List<String> LIBRARIES = List.of("bcprov-", "gson-", "asm-", "re2j-", "commons-", "xz-", "guava-", "failureaccess-");
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TestFactory
    Stream<DynamicTest> librariesAgreeWithHotSpot() {
        Programs programs = Programs.compile("libraries");
        String classPath = programs.classes() + File.pathSeparator + jars();
        return programs.all().stream().map(program -> dynamicTest(program.name(), program.source().toUri(), () -> {
            List<String> command = new ArrayList<>(List.of(JAVA, "-Xshare:auto", "-Dfile.encoding=UTF-8", "-cp", classPath, program.name()));
            Execution expected = Execution.of(command);
            assertFalse(expected.outcome().output().isEmpty(), program + " prints nothing on HotSpot: " + expected.errors());
            Execution compiled = Peaberryc.compile(classPath, program.name()).run(List.of());
            assertEquals(expected.outcome(), compiled.outcome(), program + " compiled: " + compiled.errors());
        }));
    }

    private static String jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> LIBRARIES.stream().anyMatch(library -> Path.of(path).getFileName().toString().startsWith(library)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
