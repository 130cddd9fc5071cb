/** By which logical destinations an emulated local APIC is addressed. Intel SDM vol. 3, sections 10.6.2.2 and 10.12.10.2. */
package org.peaberry.kernel.interrupt;

final class LogicalDestination {
    private static final int BROADCAST = 0xff;
    private static final int XAPIC_SHIFT = 24;
    private static final int FLAT_MODEL = 0xf;
    private static final int MODEL_SHIFT = 28;
    private static final int CLUSTER_MASK = 0xf0;
    private static final int MEMBER_MASK = 0xf;
    private static final int MEMBER_BITS = 4;
    private static final int X2APIC_CLUSTER_SHIFT = 16;
    private static final int X2APIC_MEMBERS = 0xffff;

    private int destination;
    private int format;

    void reset() {
        destination = 0;
        format = -1;
    }

    /** The logical destination register. */
    int read(ApicMode mode, int id) {
        return mode == ApicMode.X2APIC ? ofX2Apic(id) : destination;
    }

    void write(int value) {
        destination = value & BROADCAST << XAPIC_SHIFT;
    }

    /** The destination format register, of which the model can be changed. */
    int format() {
        return format;
    }

    void writeFormat(int value) {
        format = value | -1 >>> Integer.SIZE - MODEL_SHIFT;
    }

    /** Whether everyone is addressed, physically or logically. */
    static boolean isBroadcast(ApicMode mode, int addressed) {
        return addressed == -1 || mode == ApicMode.XAPIC && addressed == BROADCAST;
    }

    boolean matches(ApicMode mode, int id, int addressed) {
        if (mode == ApicMode.X2APIC) {
            int own = ofX2Apic(id);
            boolean sameCluster = addressed >>> X2APIC_CLUSTER_SHIFT == own >>> X2APIC_CLUSTER_SHIFT;
            return sameCluster && (addressed & own & X2APIC_MEMBERS) != 0;
        }
        int own = destination >>> XAPIC_SHIFT;
        if (format >>> MODEL_SHIFT == FLAT_MODEL) {
            return (own & addressed) != 0;
        }
        return (own & CLUSTER_MASK) == (addressed & CLUSTER_MASK) && (own & addressed & MEMBER_MASK) != 0;
    }

    /** Follows from the id: clusters of sixteen. */
    private static int ofX2Apic(int id) {
        return id >> MEMBER_BITS << X2APIC_CLUSTER_SHIFT | 1 << (id & MEMBER_MASK);
    }
}
