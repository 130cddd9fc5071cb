/** What a port instruction of a guest wants; filled by the backend at an exit for {@link ExitReason#PORT_IO}. */
package org.peaberry.arch.virtualization;

/** One for each virtual CPU, valid until the guest runs again. */
public final class PortAccess {
    private int port;
    private int width;
    private boolean isInput;
    private boolean isString;
    private boolean isRepeated;

    /** For backends: says what the instruction is. */
    public void set(int newPort, int newWidth, boolean input, boolean string, boolean repeated) {
        port = newPort;
        width = newWidth;
        isInput = input;
        isString = string;
        isRepeated = repeated;
    }

    /** 0..65535. */
    public int port() {
        return port;
    }

    /** Bytes: 1, 2 or 4. */
    public int width() {
        return width;
    }

    /** IN or INS; otherwise OUT or OUTS. */
    public boolean isInput() {
        return isInput;
    }

    /** INS or OUTS: the data is in memory, not in RAX. */
    public boolean isString() {
        return isString;
    }

    /** With a REP prefix: RCX times. */
    public boolean isRepeated() {
        return isRepeated;
    }
}
