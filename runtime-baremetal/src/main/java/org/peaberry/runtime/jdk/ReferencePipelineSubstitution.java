/** Streams of objects: lists of their elements, not by the door through which java.util lets other packages make them. */
package org.peaberry.runtime.jdk;

import java.util.List;
import java.util.stream.Stream;

import org.peaberry.runtime.annotation.HiddenMethod;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.util.stream.ReferencePipeline")
public final class ReferencePipelineSubstitution {
    private ReferencePipelineSubstitution() {
    }

    @Substitute
    static List<?> toList(Object self) {
        return list(((Stream<?>) self).toArray());
    }

    @HiddenMethod(owner = "java.util.ImmutableCollections", name = "listFromTrustedArrayNullsAllowed", isStatic = true)
    private static native List<?> list(Object[] elements);
}
