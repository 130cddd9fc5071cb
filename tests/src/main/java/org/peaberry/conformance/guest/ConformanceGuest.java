/** A bare-metal program that tests the virtual CPU it runs on: dom0's kernel, or alone on a machine for comparison. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.apic.LegacyPic;
import org.peaberry.arch.cpu.CpuTables;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.trap.TrapTable;
import org.peaberry.arch.trap.Traps;
import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.Entrypoints;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** It stays in the boot code's page tables, which map the first 4 GiB at their physical addresses, for all accesses. */
@Entrypoints(Traps.class)
public final class ConformanceGuest {
    private static StartInformation start;

    private ConformanceGuest() {
    }

    /** What the program was started with. */
    static StartInformation start() {
        return start;
    }

    @BootOnly
    @Entrypoint("peaberry_start")
    public static void start(long magic, long information) {
        Heap.initialize(DirectMap.addressOf(PhysicalAddress.of(GuestMemory.HEAP)), GuestMemory.HEAP_SIZE);
        CpuTables.install(RawMemory.symbol("boot_cpu_stacks"));
        TrapTable.fill();
        TrapTable.load();
        SnippetRunner.INSTANCE.install();
        Surroundings surroundings = Surroundings.find();
        GuestConsole console = new GuestConsole(surroundings);
        Platform.install(new GuestPlatform(surroundings, console));
        Traps.reportTo(console);
        start = StartInformation.read((int) magic, information);
        LegacyPic.silence();
        console.print("conformance guest ");
        console.print(surroundings.name());
        console.print("\n");
        Report report = new Report(console);
        runAreas(report, start.option("area"));
        report.end();
        Platform.current().exit(report.allPassed() ? 0 : 1);
    }

    private static void runAreas(Report report, String wanted) {
        for (Area area : Areas.ALL) {
            if (wanted == null || wanted.equals(area.name())) {
                run(area, report);
            }
        }
        for (Area area : Areas.MEASUREMENTS) {
            if (area.name().equals(wanted)) {
                run(area, report);
            }
        }
    }

    private static void run(Area area, Report report) {
        report.begin(area.name());
        try {
            area.run(report);
        } catch (RuntimeException e) {
            report.broken(e);
        }
    }
}
