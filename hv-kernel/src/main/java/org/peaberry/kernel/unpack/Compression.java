/** A way in which kernels are packed. */
package org.peaberry.kernel.unpack;

import java.io.IOException;
import java.io.InputStream;

import org.peaberry.kernel.dom0.BootModule;

abstract class Compression {
    private static final int BYTE_MASK = 0xff;

    private final String name;
    private final int[] magic;

    /** @param magic the bytes with which it begins */
    Compression(String name, int... magic) {
        this.name = name;
        this.magic = magic;
    }

    final String name() {
        return name;
    }

    final boolean isOf(BootModule payload) {
        if (!payload.contains(0, magic.length)) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((payload.start().loadByte(i) & BYTE_MASK) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Memory for the objects that unpacking usually takes, in bytes. */
    abstract long workingMemory();

    /** @param limit of the memory that its objects may take, in bytes */
    abstract InputStream open(ModuleInput packed, long limit) throws IOException;

    /** How much memory would avoid that failure, in bytes; 0 when memory is not what was lacking. */
    long memoryWanted(IOException failure) {
        return 0;
    }
}
