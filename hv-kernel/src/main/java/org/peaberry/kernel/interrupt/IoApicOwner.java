/** The domain behind an emulated I/O APIC. */
package org.peaberry.kernel.interrupt;

public interface IoApicOwner {
    /** The guest unmasked a pin, or changed how it triggers: the device interrupt behind it may be connected. */
    void pinConfigured(int gsi, boolean levelTriggered, boolean activeLow);

    /** The guest masked a pin. */
    void pinMasked(int gsi);

    /** The guest finished the level-triggered interrupt of a pin. */
    void pinEndOfInterrupt(int gsi);
}
