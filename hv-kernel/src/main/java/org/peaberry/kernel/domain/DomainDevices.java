/** The emulated devices of a domain, as far as events need them: its I/O APIC. */
package org.peaberry.kernel.domain;

public interface DomainDevices {
    /** Sets the level of a global system interrupt line. */
    void setInterruptLine(int gsi, boolean asserted);
}
