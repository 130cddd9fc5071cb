/** The local vector table of an emulated local APIC, but for the timer's entry, which {@link ApicTimer} has. Intel SDM vol. 3, section 10.5.1. */
package org.peaberry.kernel.interrupt;

final class LocalVectors {
    private static final int COUNT = ApicRegister.LVT_ERROR - ApicRegister.LVT_TIMER + 1;
    /** Delivery status and remote IRR. */
    private static final int READ_ONLY = 1 << 12 | 1 << 14;

    private final int[] entries = new int[COUNT];

    void reset() {
        for (int i = 0; i < COUNT; i++) {
            entries[i] = LocalApic.LVT_MASKED;
        }
    }

    int read(int register) {
        return entries[register - ApicRegister.LVT_TIMER];
    }

    void write(int register, int value, boolean isEnabled) {
        entries[register - ApicRegister.LVT_TIMER] = writable(register, value, isEnabled);
    }

    /** What an entry becomes when software writes it: while the APIC is disabled by software it stays masked. */
    static int writable(int register, int value, boolean isEnabled) {
        int entry = value & (int) ApicFields.of(register) & ~READ_ONLY;
        return isEnabled ? entry : entry | LocalApic.LVT_MASKED;
    }

    void maskAll() {
        for (int i = 0; i < COUNT; i++) {
            entries[i] |= LocalApic.LVT_MASKED;
        }
    }
}
