/** References of all kinds are strong: compiled programs free nothing. */
package org.peaberry.runtime.jdk;

import java.lang.ref.Reference;

import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.ref.Reference")
public final class ReferenceSubstitution {
    private ReferenceSubstitution() {
    }

    @HiddenField(owner = "java.lang.ref.Reference", name = "referent")
    private static native Object referent(Reference<?> self);

    @HiddenField(owner = "java.lang.ref.Reference", name = "referent")
    private static native void setReferent(Reference<?> self, Object referent);

    @Substitute
    static void reachabilityFence(Object object) {
    }

    @Substitute
    static void clear0(Reference<?> self) {
        setReferent(self, null);
    }

    @Substitute
    static boolean refersTo0(Reference<?> self, Object object) {
        return referent(self) == object;
    }
}
