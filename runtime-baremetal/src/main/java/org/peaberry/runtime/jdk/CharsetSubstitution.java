/** The default charset: UTF-8, wherever a program runs. */
package org.peaberry.runtime.jdk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.nio.charset.Charset")
public final class CharsetSubstitution {
    private CharsetSubstitution() {
    }

    @Substitute
    static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }
}
