/** The emulated devices of a vCPU, as far as events need them: its local APIC. */
package org.peaberry.kernel.domain;

public interface VcpuDevices {
    /** Requests an edge-triggered interrupt. */
    void requestInterrupt(int vector);

    /** Whether the guest has an interrupt that it would take if its interrupt flag were set. */
    boolean hasInterrupt();

    /** Whether the guest has a non-maskable interrupt, which it would take in any case. */
    boolean hasNonMaskableInterrupt();

    /** Requests a non-maskable interrupt. */
    void requestNmi();
}
