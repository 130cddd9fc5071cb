/** Message digests by name, without security providers: those that are here. */
package org.peaberry.runtime.jdk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.security.MessageDigest")
public final class MessageDigestSubstitution {
    private MessageDigestSubstitution() {
    }

    @Substitute
    static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
        if (algorithm.equals(Sha256Digest.NAME)) {
            return new Sha256Digest();
        }
        throw new NoSuchAlgorithmException(algorithm + " MessageDigest not available");
    }
}
