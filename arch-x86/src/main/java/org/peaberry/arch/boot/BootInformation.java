/** What the boot loader said, whichever protocol it speaks: memory map, modules, command line, ACPI root. */
package org.peaberry.arch.boot;

import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Filled by a parser that has checked every number; strings are copies, modules are still where the loader put them. */
@BootOnly
public final class BootInformation {
    /** Ranges of the memory map that are kept. */
    public static final int MAXIMUM_RANGES = 128;
    /** Modules that are kept. */
    public static final int MAXIMUM_MODULES = 32;

    private final long[] rangeStarts = new long[MAXIMUM_RANGES];
    private final long[] rangeEnds = new long[MAXIMUM_RANGES];
    private final int[] rangeTypes = new int[MAXIMUM_RANGES];
    private int ranges;
    private final long[] moduleStarts = new long[MAXIMUM_MODULES];
    private final long[] moduleEnds = new long[MAXIMUM_MODULES];
    private final String[] moduleStrings = new String[MAXIMUM_MODULES];
    private int modules;
    private String commandLine = "";
    private String loaderName = "";
    private long rootPointer;
    private long start;
    private long end;

    /** Number of ranges in the memory map. */
    public int rangeCount() {
        return ranges;
    }

    public PhysicalAddress rangeStart(int index) {
        return PhysicalAddress.of(rangeStarts[checked(index, ranges)]);
    }

    /** The byte after the last one. */
    public PhysicalAddress rangeEnd(int index) {
        return PhysicalAddress.of(rangeEnds[checked(index, ranges)]);
    }

    /** As INT 15h, AX=E820h numbers them: 1 is RAM. */
    public int rangeType(int index) {
        return rangeTypes[checked(index, ranges)];
    }

    public int moduleCount() {
        return modules;
    }

    public PhysicalAddress moduleStart(int index) {
        return PhysicalAddress.of(moduleStarts[checked(index, modules)]);
    }

    /** The byte after the last one. */
    public PhysicalAddress moduleEnd(int index) {
        return PhysicalAddress.of(moduleEnds[checked(index, modules)]);
    }

    /** The module's command line, without the file name that some loaders put first. */
    public String moduleArguments(int index) {
        return withoutFileName(moduleStrings[checked(index, modules)]);
    }

    /** The hypervisor's command line, without the file name that some loaders put first. */
    public String commandLine() {
        return withoutFileName(commandLine);
    }

    /** Empty when the loader has no name. */
    public String loaderName() {
        return loaderName;
    }

    /** Where the ACPI root pointer, or a copy of it, is; zero when the loader did not say. */
    public PhysicalAddress rootPointer() {
        return PhysicalAddress.of(rootPointer);
    }

    /** Start of the memory that holds the loader's structures; with {@link #end} the range to keep until they are used no more. */
    public PhysicalAddress start() {
        return PhysicalAddress.of(start);
    }

    public PhysicalAddress end() {
        return PhysicalAddress.of(end);
    }

    void place(PhysicalAddress from, PhysicalAddress to) {
        start = from.toLong();
        end = to.toLong();
    }

    void commandLine(String text) {
        commandLine = text;
    }

    void loaderName(String text) {
        loaderName = text;
    }

    void rootPointer(PhysicalAddress address) {
        rootPointer = address.toLong();
    }

    /** Adds a range of the memory map; one that is empty or wraps around is no range. */
    void addRange(long base, long length, int type) {
        long last = base + length - 1;
        if (length == 0 || Long.compareUnsigned(last, base) < 0) {
            return;
        }
        if (ranges == MAXIMUM_RANGES) {
            throw new BootException("the boot loader's memory map has more ranges than " + MAXIMUM_RANGES);
        }
        rangeStarts[ranges] = base;
        rangeEnds[ranges] = last + 1;
        rangeTypes[ranges++] = type;
    }

    void addModule(PhysicalAddress from, PhysicalAddress to, String string) {
        if (to.isBelow(from)) {
            throw new BootException("boot module " + (modules + 1) + " ends before it starts: the boot loader is broken");
        }
        if (modules == MAXIMUM_MODULES) {
            throw new BootException("more than " + MAXIMUM_MODULES + " boot modules: load fewer");
        }
        moduleStarts[modules] = from.toLong();
        moduleEnds[modules] = to.toLong();
        moduleStrings[modules++] = string;
    }

    /** GRUB 2 passes arguments alone; older ones and QEMU put the file name before them. */
    private String withoutFileName(String text) {
        String trimmed = text.trim();
        int space = trimmed.indexOf(' ');
        if (isGrub2()) {
            return trimmed;
        }
        return space < 0 ? "" : trimmed.substring(space + 1).trim();
    }

    private boolean isGrub2() {
        String prefix = "GRUB ";
        return loaderName.startsWith(prefix) && loaderName.length() > prefix.length() && loaderName.charAt(prefix.length()) != '0';
    }

    private static int checked(int index, int count) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("no such entry of the boot information");
        }
        return index;
    }
}
