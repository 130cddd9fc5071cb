/** Streams of objects: lists of their elements, without the door to the JDK's own lists. */
package org.peaberry.runtime.jdk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.util.stream.ReferencePipeline")
public final class ReferencePipelineSubstitution {
    private ReferencePipelineSubstitution() {
    }

    @Substitute
    static List<?> toList(Object self) {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(((Stream<?>) self).toArray())));
    }
}
