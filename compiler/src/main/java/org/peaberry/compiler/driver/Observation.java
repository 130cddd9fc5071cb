/** Keeps what reports and listings need of a compilation until its image is written. */
package org.peaberry.compiler.driver;

import java.io.IOException;
import java.io.PrintStream;

import org.peaberry.compiler.observe.CompilationObserver;
import org.peaberry.compiler.observe.CompiledProgram;
import org.peaberry.compiler.observe.PassObserver;

final class Observation implements CompilationObserver {
    private final ReportOptions reports;
    private final ListingOptions listings;
    private CompiledProgram program;

    Observation(ReportOptions reports, ListingOptions listings) {
        this.reports = reports;
        this.listings = listings;
        listings.prepare();
    }

    /** This, or nothing when nobody wants to know. */
    CompilationObserver observer() {
        return isUsed() ? this : NONE;
    }

    private boolean isUsed() {
        return reports.areUsed() || listings.areUsed();
    }

    @Override
    public PassObserver passes() {
        return listings.areUsed() ? listings : PassObserver.NONE;
    }

    @Override
    public void finished(CompiledProgram compiled) {
        program = compiled;
    }

    /** Writes all that was asked for. */
    void write(String title, PrintStream output) throws IOException {
        if (isUsed()) {
            reports.write(program, title, output);
            listings.write(program, output);
        }
    }
}
