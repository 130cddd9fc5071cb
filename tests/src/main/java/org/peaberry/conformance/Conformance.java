/** Builds what is needed and runs the guest on machines, as many at a time as there are processors. */
package org.peaberry.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.HypervisorBuilder;

final class Conformance {
    private final Project project;
    private final Duration limit;

    /** @param limit for each machine */
    Conformance(Project project, Duration limit) {
        this.project = project;
        this.limit = limit;
    }

    /** @param options the guest's command line: {@code area=NAME} chooses one area */
    ResultTable run(List<TestMachine> machines, String options) {
        Path hypervisor = new HypervisorBuilder(project).build();
        Path guest = new GuestImage(project).build();
        EmulatorFaults faults = EmulatorFaults.documented();
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<CompletableFuture<Results>> runs = machines.stream()
                    .map(machine -> CompletableFuture.supplyAsync(() -> run(machine, hypervisor, guest, options, faults), workers)).toList();
            return new ResultTable(runs.stream().map(CompletableFuture::join).toList());
        } finally {
            workers.shutdown();
        }
    }

    private Results run(TestMachine machine, Path hypervisor, Path guest, String options, EmulatorFaults faults) {
        Progress.say("conformance guest on " + machine.name());
        Results results = Results.parse(machine.name(), machine.run(hypervisor, guest, options, limit), faults);
        Progress.say("conformance guest on " + machine.name() + (results.ended() ? " has ended" : " did not come to its end"));
        return results;
    }
}
