/** Bochs implements the checks of a VM entry by itself: it refuses what the diagnosis finds broken, for the reason that is named, and nothing else. */
package org.peaberry.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peaberry.boot.machine.BochsModel;

/** What is different is known, each by its rule: there Bochs 2.7 does not do what the manual says. */
@Tag("boot")
class EntryAgreementTest {
    private static final MachineImage IMAGE = new MachineImage("entry", EntryProgram.class, List.of("multiboot", "boot", "traps", "vmx", "svm"));
    private static final int MEMORY = 512;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int FEWEST_TRIED = 6000;
    private static final int FEWEST_RULES = 110;
    private static final Pattern DIFFERENCE = Pattern.compile("(?m)^DIFFER (.*)\\R(  .*)$");
    /**
     * Rules that Bochs does not check: reserved bits of DEBUGCTL, the high halves of RIP and of pending debug exceptions, the privilege of
     * CS against that of SS, NMIs that are blocked virtually, what HLT can take, BS against TF, virtual-8086 mode without protection.
     */
    private static final Pattern NOT_CHECKED = Pattern.compile("  entered \\w+(?: (?:26.3.1.1/DEBUG_CONTROL|26.3.1.4/RIP_TOP|26.3.1.4/RIP_HIGH"
            + "|26.3.1.5/PENDING_RESERVED|26.3.1.2/CODE_PRIVILEGE|26.3.1.5/BLOCKING_VIRTUAL_NMI|26.3.1.5/ACTIVITY_EVENT|26.3.1.5/PENDING_STEP"
            + "|26.3.1.5/PENDING_STEP_MISSING|26.3.1.4/RFLAGS_VIRTUAL_8086))+$");
    /**
     * Bochs wants the RPL of CS to be its DPL, which is the manual's rule for guests that are not unrestricted; and no NMI behind STI, which
     * the manual leaves to the processor.
     */
    private static final Pattern STRICTER = Pattern.compile("(GUEST_CS_SELECTOR|event 80000202.*GUEST_INTERRUPTIBILITY).*  refused 21$");

    private static final List<String> REPORTED = List.of(
            "VM entry failed: VM-instruction error 7, invalid control fields",
            "VM entry refused, SDM 26.2.1.1: VPID 0x0: must not be 0 with VPID enabled: that is the host's",
            "VM entry failed: VM-instruction error 8, invalid host-state fields",
            "VM entry refused, SDM 26.2.4: host RIP 0x800000000000: must be canonical",
            "VM entry failed: exit reason 33, invalid guest state (qualification 4: VMCS link pointer)",
            "VM entry refused, SDM 26.3.1.2: guest CS access rights 0xe09b: L (bit 13) and D (bit 14) must not both be 1 in IA-32e mode");

    @BeforeAll
    static void buildImage() throws IOException {
        IMAGE.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {BochsModel.INTEL_HASWELL, BochsModel.INTEL_SANDY_BRIDGE})
    void theProcessorAndTheRulesAgree(String model) {
        MachineImage.Run run = new MachineImage.Run(0, IMAGE.runOnBochs(model, MEMORY, LIMIT));
        assertTrue(run.number("tried") >= FEWEST_TRIED, () -> "tried: " + run.number("tried"));
        assertEquals(List.of(), DIFFERENCE.matcher(run.console()).results().map(found -> found.group(1) + found.group(2))
                .filter(EntryAgreementTest::isUnexplained).toList());
        assertReported(run);
        assertFieldsExist(run);
        assertTrue(run.number("rules") >= FEWEST_RULES, () -> "rules: " + run.number("rules"));
    }

    /** Rules that are broken on purpose, one VMCS each, are reported by the backend itself. */
    private static void assertReported(MachineImage.Run run) {
        REPORTED.forEach(run::says);
        assertEquals(EntryReports.COUNT, run.console().lines().filter(line -> line.startsWith("VM entry failed")).count());
        assertFalse(run.console().contains("No rule of the manual"), run.console());
    }

    /** A line for each field that is there although it should not be, or the other way round. */
    private static void assertFieldsExist(MachineImage.Run run) {
        assertTrue(run.number("fields") > 0);
        assertEquals(List.of(), run.console().lines().filter(line -> line.matches("(unexpected|missing) field: .*")).toList());
    }

    private static boolean isUnexplained(String line) {
        return !NOT_CHECKED.matcher(line).find() && !STRICTER.matcher(line).find();
    }
}
