/** The way from objects to addresses and back; only the runtime may take it. */
package org.peaberry.runtime.object;

import static org.peaberry.runtime.annotation.Intrinsic.Operation.ADDRESS_OF_OBJECT;
import static org.peaberry.runtime.annotation.Intrinsic.Operation.OBJECT_AT;
import static org.peaberry.runtime.annotation.Intrinsic.Operation.TYPE_INFORMATION_OF;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.unboxed.Address;

public final class ObjectAccess {
    private static final String COMPILED_ONLY = "objects have no address on the host JVM";

    private ObjectAccess() {
    }

    @Intrinsic(ADDRESS_OF_OBJECT)
    public static Address addressOf(Object object) {
        throw new UnsupportedOperationException(COMPILED_ONLY);
    }

    @Intrinsic(OBJECT_AT)
    public static Object objectAt(Address address) {
        throw new UnsupportedOperationException(COMPILED_ONLY);
    }

    /** The type of an object that is not null. */
    @Intrinsic(TYPE_INFORMATION_OF)
    public static TypeInformation typeOf(Object object) {
        throw new UnsupportedOperationException(COMPILED_ONLY);
    }
}
