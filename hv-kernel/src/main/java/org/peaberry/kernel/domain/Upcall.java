/** How a domain wants to be told of events (HVM_PARAM_CALLBACK_IRQ). */
package org.peaberry.kernel.domain;

/** Xen: public/hvm/params.h. The kind is in bits 56..63 of the parameter. */
public final class Upcall {
    private static final int KIND_SHIFT = 56;
    private static final int KIND_GSI = 0;
    private static final int KIND_PCI_INTX = 1;
    private static final int KIND_VECTOR = 2;
    /** Pins A..D of a device: bits 0..1; device: bits 11..15 (the slot of the device-function number in bits 8..15). */
    private static final int INTX_PIN_MASK = 3;
    private static final int INTX_DEVICE_SHIFT = 11;
    private static final int INTX_DEVICE_MASK = 31;
    private static final int FIRST_INTX_GSI = 16;
    private static final int INTX_LINES = 32;
    /** Devices of a group; each group starts one line further. */
    private static final int INTX_GROUP = 8;
    private static final int NONE = -1;

    private int gsi = NONE;
    private int vector;
    private boolean isAsserted;

    /**
     * Takes the parameter's value.
     *
     * @return false for a kind that does not exist; upcalls are off then
     */
    boolean set(long parameter) {
        gsi = NONE;
        vector = 0;
        switch ((int) (parameter >>> KIND_SHIFT)) {
            case KIND_GSI -> gsi = (int) parameter == 0 ? NONE : (byte) parameter & 0xff;
            case KIND_PCI_INTX -> gsi = gsiOf((int) parameter);
            case KIND_VECTOR -> vector = (int) parameter & 0xff;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Vector to inject without an interrupt controller, or 0. */
    public int vector() {
        return vector;
    }

    /** Asserts or releases the line, if a line is used. */
    void setLine(DomainDevices devices, boolean asserted) {
        if (gsi != NONE && asserted != isAsserted) {
            isAsserted = asserted;
            devices.setInterruptLine(gsi, asserted);
        }
    }

    /** Where Xen's virtual platform wires a PCI interrupt pin. */
    private static int gsiOf(int intx) {
        int device = intx >>> INTX_DEVICE_SHIFT & INTX_DEVICE_MASK;
        int pin = intx & INTX_PIN_MASK;
        return FIRST_INTX_GSI + (device * 4 + device / INTX_GROUP + pin) % INTX_LINES;
    }
}
