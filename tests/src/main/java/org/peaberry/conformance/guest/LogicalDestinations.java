/** Logical destinations of xAPIC mode: the flat and the cluster model; and registers that are not there. Intel SDM vol. 3, section 10.6.2.2. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Acceptance.LOW;

final class LogicalDestinations {
    private static final long FLAT = 0xffff_ffffL;
    private static final long CLUSTERS = 0x0fff_ffffL;
    private static final int RESERVED_REGISTER = 0x01;
    private static final PageRegisters APIC = PageRegisters.INSTANCE;

    private final Report report;

    LogicalDestinations(Report report) {
        this.report = report;
    }

    void run() {
        APIC.enter();
        report.equal("xAPIC, after a reset the logical id is 0", 0, APIC.logicalId());
        report.equal("xAPIC, after a reset the model is flat", FLAT, APIC.read(ApicRegister.DESTINATION_FORMAT));
        APIC.logicalId(0x04);
        report.equal("xAPIC, the logical id reads back", 0x04, APIC.logicalId());
        arrives("xAPIC, by its bit in the flat model", 0x04);
        arrives("xAPIC, by its bit and others in the flat model", 0x06);
        stays("xAPIC, by another bit in the flat model", 0x02);
        arrives("xAPIC, by broadcast in the flat model", 0xFF);
        APIC.write(ApicRegister.DESTINATION_FORMAT, 0);
        report.equal("xAPIC, only the model of the destination format can be written", CLUSTERS, APIC.read(ApicRegister.DESTINATION_FORMAT));
        APIC.logicalId(0x12);
        arrives("xAPIC, by its cluster and bit", 0x13);
        stays("xAPIC, by its bit in another cluster", 0x22);
        stays("xAPIC, by another bit in its cluster", 0x11);
        APIC.takeErrors();
        report.equal("xAPIC, a register that is not there reads as 0", 0, APIC.read(RESERVED_REGISTER));
        report.equal("xAPIC, reading a register that is not there is an error", ApicRegister.ILLEGAL_REGISTER, APIC.takeErrors());
    }

    private void arrives(String how, int destination) {
        ApicArea.arrives(report, APIC, how, destination, ApicRegister.LOGICAL | LOW);
    }

    private void stays(String how, int destination) {
        ApicArea.stays(report, APIC, how, destination, ApicRegister.LOGICAL | LOW);
    }
}
