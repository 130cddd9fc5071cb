/** Bochs's processor models: those that the project uses, and all that the installed Bochs knows. */
package org.peaberry.boot.machine;

import java.util.List;

import org.peaberry.boot.host.HostCommand;

public final class BochsModel {
    /** Intel VT-x with EPT, VPID, unrestricted guests and virtual APIC registers. */
    public static final String INTEL_HASWELL = "corei7_haswell_4770";
    /** Intel VT-x with EPT, VPID and unrestricted guests, no more. */
    public static final String INTEL_SANDY_BRIDGE = "corei7_sandy_bridge_2600k";
    /** A 64-bit processor without VT-x and AMD-V. */
    public static final String INTEL_PRESCOTT = "p4_prescott_celeron_336";
    /** AMD-V with nested paging. */
    public static final String AMD_RYZEN = "ryzen";

    private static final String HEADING = "Supported CPU models:";

    private BochsModel() {
    }

    /** The models' names, as the installed Bochs lists them. */
    public static List<String> known() {
        return parse(HostCommand.of("bochs", "--help", "cpu").run());
    }

    /** The single words between the heading and the first line that is more than a word. */
    static List<String> parse(String help) {
        return help.lines().dropWhile(line -> !line.startsWith(HEADING)).skip(1).map(String::strip)
                .takeWhile(line -> line.matches("\\w*")).filter(line -> !line.isEmpty()).toList();
    }
}
