/** Native methods of Object: class, identity hash code and shallow copies. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.allocation.Allocation;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;
import org.peaberry.runtime.object.TypeInformation;

@Substitution("java.lang.Object")
public final class ObjectSubstitution {
    private ObjectSubstitution() {
    }

    @Substitute
    static Class<?> getClass(Object self) {
        return ObjectAccess.typeOf(self).mirror;
    }

    /** Objects never move, so that the address serves. */
    @Substitute
    static int hashCode(Object self) {
        return (int) (ObjectAccess.addressOf(self).toLong() >>> 3);
    }

    @Substitute
    static Object clone(Object self) throws CloneNotSupportedException {
        TypeInformation type = ObjectAccess.typeOf(self);
        if (type.elementShift != TypeInformation.NOT_AN_ARRAY) {
            return ArrayCopy.cloneOf(self, type);
        }
        if (!(self instanceof Cloneable)) {
            throw new CloneNotSupportedException(type.name);
        }
        Object copy = Allocation.allocateObject(type);
        Memory.copyWords(bodyOf(copy), bodyOf(self), type.instanceSize - ObjectLayout.FIRST_FIELD_OFFSET >> 3);
        return copy;
    }

    @Substitute
    static void notify(Object self) {
        throw new UnsupportedOperationException("monitors are not in the dialect");
    }

    @Substitute
    static void notifyAll(Object self) {
        throw new UnsupportedOperationException("monitors are not in the dialect");
    }

    private static long bodyOf(Object object) {
        return ObjectAccess.addressOf(object).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }
}
