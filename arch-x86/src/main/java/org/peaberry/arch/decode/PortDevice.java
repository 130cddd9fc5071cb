/** A device whose registers are at ports. */
package org.peaberry.arch.decode;

public interface PortDevice {
    /** @param width bytes: 1, 2 or 4 @return the value; upper bits do not matter */
    int in(int port, int width);

    /** @param width bytes: 1, 2 or 4; upper bits of the value do not matter */
    void out(int port, int width, int value);
}
