/** How long peaberryc takes from class files to ELF. */
package org.peaberry.bench;

import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.HypervisorBuilder;

final class BuildMeasurement {
    private final HypervisorBuilder builder;

    BuildMeasurement(Project project) {
        builder = new HypervisorBuilder(project);
    }

    /** Builds once; returns milliseconds of wall time. */
    long run() {
        return builder.rebuild().milliseconds();
    }
}
