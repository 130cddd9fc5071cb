/** ByteBuffer: bytes from one buffer to another without addresses. */
package org.peaberry.runtime.jdk;

import java.nio.ByteBuffer;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.nio.ByteBuffer")
public final class ByteBufferSubstitution {
    private ByteBufferSubstitution() {
    }

    /** A source that overlaps is read before anything is written. */
    @Substitute
    static void putBuffer(ByteBuffer self, int position, ByteBuffer source, int sourcePosition, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = source.get(sourcePosition + i);
        }
        for (int i = 0; i < count; i++) {
            self.put(position + i, bytes[i]);
        }
    }
}
