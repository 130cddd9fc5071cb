/** Exit information 1 of a port access. AMD APM vol. 2, section 15.10.2 and figure 15-2. */
package org.peaberry.arch.svm;

final class PortInfo {
    static final long INPUT = 1L << 0;
    static final long STRING = 1L << 2;
    static final long REPEATED = 1L << 3;
    /** Three bits: 8, 16, 32 bits wide; as a number, bytes. */
    static final int WIDTH_SHIFT = 4;
    static final int WIDTH_MASK = 7;
    static final int PORT_SHIFT = 16;

    private PortInfo() {
    }
}
