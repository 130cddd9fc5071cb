/** What peaberryc says of its own work, and checks of it. */
package org.peaberry.compiler.driver;

import org.peaberry.compiler.image.LinkedImage;
import org.peaberry.compiler.image.SizeReport;
import picocli.CommandLine.Option;

final class DiagnosticOptions {
    @Option(names = "--size-report", description = "Print the bytes of the image's regions, and of code by package.")
    private boolean sizeReport;
    @Option(names = "--time", description = "Print how long each phase took, and the peak of memory.")
    private boolean time;
    @Option(names = "--quiet", description = "Do not announce phases; only say what was proven, and what is wrong.")
    private boolean quiet;
    @Option(names = "--verify", description = "Check the IR after each step, and the register allocation.")
    private boolean verify;
    @Option(names = "--dump-ir", paramLabel = "METHOD", description = "Print the IR of methods whose symbol contains METHOD as soon as there is some, "
            + "also when the compilation fails later.")
    private String dumpedMethod;

    Phases phases() {
        return new Phases(System.err, quiet);
    }

    boolean verifies() {
        return verify;
    }

    /** Part of the symbols, or null. */
    String dumpedMethod() {
        return dumpedMethod;
    }

    /** Prints what was asked for. */
    void print(LinkedImage image, Phases phases) {
        if (sizeReport) {
            System.out.print(SizeReport.of(image));
        }
        if (time) {
            System.err.print(phases.report());
        }
    }
}
