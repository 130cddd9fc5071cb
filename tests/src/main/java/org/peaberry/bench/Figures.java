/** The figures of a measurement, with their targets and what Xen 4.17 needs for the same (PVH dom0, same emulator and kernel). */
package org.peaberry.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.bench.bochs.BootCounts;
import org.peaberry.bench.exits.ExitCosts;

final class Figures {
    private static final String HYPERVISOR = "hypervisor instructions";
    private static final double MOST_FOR_CPUID = 250;
    private static final double MOST_FOR_HYPERCALL = 300;
    /** Of what AMD-V takes. */
    private static final double MOST_FOR_VT_X = 1.2;

    /** By the title of their part of the table. */
    private final Map<String, List<Figure>> parts = new LinkedHashMap<>();
    private List<Figure> part;

    Figures() {
        begin("QEMU, AMD-V");
    }

    /** What is added from now on stands under this title. */
    void begin(String title) {
        part = parts.computeIfAbsent(title, t -> new ArrayList<>());
    }

    void counts(CountReport report) {
        Counts init = report.at(Event.INIT);
        Counts guestBoot = report.between(Event.FIRST_ENTRY, Event.INIT);
        Counts getppid = report.between(Event.GETPPID_BEGIN, Event.GETPPID_END);
        Counts touch = report.between(Event.TOUCH_BEGIN, Event.TOUCH_END);
        Counts fork = report.between(Event.FORK_BEGIN, Event.FORK_END);
        add("first instruction to dom0's init", HYPERVISOR, init.hypervisor(), 0.5e9, 1.89e9);
        add("  of which before dom0's first instruction", HYPERVISOR, report.at(Event.FIRST_ENTRY).hypervisor(), 0, 0);
        add("  dom0's own", "guest instructions", guestBoot.guest(), 0, 1.59e9);
        add("  guest entries", "number", init.entries(), 0, 234_295);
        add("  per VM exit on average", HYPERVISOR, guestBoot.perEntry(), 700, 5590);
        add("20,000 getppid", HYPERVISOR, getppid.hypervisor(), 0.5e6, 113.8e6);
        add("  guest entries", "number", getppid.entries(), 0, 20_354);
        add("4,096 fresh pages touched", HYPERVISOR, touch.hypervisor(), 2e6, 24e6);
        add("  guest entries", "number", touch.entries(), 0, 4303);
        add("20 fork and wait", HYPERVISOR, fork.hypervisor(), 0, 3.37e6);
        add("  guest entries", "number", fork.entries(), 0, 602);
    }

    void image(HypervisorElf elf) {
        add("image loaded in memory", "bytes", elf.size(), 1.5e6, 2_562_336);
    }

    /** @param milliseconds of peaberryc */
    void build(long milliseconds) {
        add("class files to ELF", "seconds", milliseconds / 1000.0, 30, 0);
    }

    void exits(ExitCosts costs) {
        add("a CPUID exit, the dearest leaf", HYPERVISOR, costs.cpuid(), MOST_FOR_CPUID, 0);
        add("a xen_version hypercall", HYPERVISOR, costs.xenVersion(), MOST_FOR_HYPERCALL, 0);
    }

    void bochsBoot(BootCounts counts) {
        bochsBoot(counts, 0);
    }

    /** @param amd what AMD-V took for the same CD image */
    void bochsBoot(BootCounts counts, BootCounts amd) {
        bochsBoot(counts, amd.instructions() * MOST_FOR_VT_X);
    }

    private void bochsBoot(BootCounts counts, double target) {
        add("first instruction to dom0's init", HYPERVISOR, counts.instructions(), target, 0);
        add("  of which before dom0's first instruction", HYPERVISOR, counts.beforeGuest(), 0, 0);
        add("  guest entries", "number", counts.entries(), 0, 0);
        add("  per VM exit on average", HYPERVISOR, counts.perEntry(), 0, 0);
    }

    String table() {
        StringBuilder text = new StringBuilder();
        parts.forEach((title, figures) -> {
            text.append(text.isEmpty() ? "" : "\n").append(title).append('\n').append(Figure.HEADING);
            figures.forEach(figure -> text.append(figure.row()));
        });
        return text.toString();
    }

    boolean allReached() {
        return parts.values().stream().flatMap(List::stream).allMatch(Figure::reached);
    }

    private void add(String name, String unit, double value, double target, double xen) {
        part.add(new Figure(name, unit, value, target, xen));
    }
}
