/** Default operand and address size of the code that a guest runs. Intel SDM vol. 1, section 3.6. */
package org.peaberry.arch.virtualization;

public enum CodeSize {
    BITS_16(2),
    BITS_32(4),
    BITS_64(8);

    private final int addressBytes;

    CodeSize(int addressBytes) {
        this.addressBytes = addressBytes;
    }

    /** Bytes of an address without an address-size prefix. */
    public int addressBytes() {
        return addressBytes;
    }
}
