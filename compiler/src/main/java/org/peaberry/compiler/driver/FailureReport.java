/** What is said when the compiler itself fails, with a file for those who mend it. */
package org.peaberry.compiler.driver;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class FailureReport {
    private FailureReport() {
    }

    /** Writes the details to a file; the result names it. */
    static String of(Throwable failure, List<String> arguments) {
        String text = "peaberryc: internal error: " + firstLine(failure) + "\n  This is a fault of the compiler, not of your program.\n";
        try {
            Path file = Files.createTempFile("peaberryc-failure-", ".txt");
            Files.writeString(file, details(failure, arguments));
            return text + "  report it with the file " + file + ", which has the details (version, options, what was compiled)";
        } catch (IOException e) {
            return text + "  report it with what follows (it cannot be written to a file: " + e.getMessage() + ")\n" + details(failure, arguments);
        }
    }

    /** For want of memory. */
    static String outOfMemory() {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return "peaberryc: out of memory: the Java heap of " + mebibytes + " MiB is full. Give it more, such as by JAVA_TOOL_OPTIONS=-Xmx4g, or compile less of the program";
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage() == null ? failure : failure.getMessage()).lines().findFirst().orElse(failure.toString());
    }

    private static String details(Throwable failure, List<String> arguments) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return Main.VERSION + " on Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + "\noptions: " + String.join(" ", arguments)
                + "\n" + trace;
    }
}
