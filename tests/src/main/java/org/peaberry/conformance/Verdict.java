/** What became of one check on one machine. */
package org.peaberry.conformance;

enum Verdict {
    PASS("pass"),
    FAIL("FAIL"),
    /** The processor lacks what the check is about. */
    SKIP("skip"),
    /** It fails because of the emulator, which is documented with its proof. */
    EMULATOR_FAULT("emul"),
    /** It is documented as the emulator's fault, but passes. */
    UNEXPECTED_PASS("PASS?"),
    /** The guest did not get so far. */
    MISSING("LOST");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean isGood() {
        return this == PASS || this == SKIP || this == EMULATOR_FAULT;
    }
}
