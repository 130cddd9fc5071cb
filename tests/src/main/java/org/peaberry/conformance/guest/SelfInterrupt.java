/** Interrupts of this CPU by itself, through the memory-mapped registers of its local APIC. Intel SDM vol. 3, section 10.6. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.apic.MemoryMappedApic;
import org.peaberry.runtime.unboxed.Address;

final class SelfInterrupt {
    static final long APIC = 0xFEE0_0000L;
    static final long COMMAND = APIC + 0x300;
    private static final long DESTINATION = APIC + 0x310;
    private static final int DESTINATION_SHIFT = 24;
    static final int ASSERT = 1 << 14;
    static final int TO_SELF = 1 << 18;
    /** Delivery mode 4. */
    static final int NMI = 4 << 8;
    /** Not by the shorthand, which is for fixed interrupts: Intel SDM vol. 3, table 10-3. */
    static final int SEND_NMI = ASSERT | NMI;
    /** Priority class 9. */
    static final int VECTOR = 0x90;
    /** Priority class 10. */
    static final int HIGHER_VECTOR = 0xA0;

    private static final MemoryMappedApic LOCAL = new MemoryMappedApic(Address.of(APIC));

    private SelfInterrupt() {
    }

    /** Interrupts are sent to this CPU from now on. */
    static void enable() {
        LOCAL.enable();
        Address.of(DESTINATION).store(LOCAL.id() << DESTINATION_SHIFT);
    }

    static void send(int vector) {
        Address.of(COMMAND).store(TO_SELF | ASSERT | vector);
    }

    static void endOfInterrupt() {
        LOCAL.endOfInterrupt();
    }
}
