/** Makes raw structures from addresses. */
package org.peaberry.runtime.memory;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.unboxed.Address;

public final class RawMemory {
    private RawMemory() {
    }

    /**
     * The structure of the given layout at an address; compiled code needs no instruction for it, so the class must be a literal.
     *
     * @param layout an interface with {@link org.peaberry.runtime.annotation.RawStructure}
     */
    @Intrinsic(Intrinsic.Operation.REINTERPRET)
    public static <T> T at(Class<T> layout, Address address) {
        return SimulatedStructure.at(layout, address.toLong());
    }

    /** The address of a raw structure. */
    @Intrinsic(Intrinsic.Operation.REINTERPRET)
    public static Address addressOf(Object structure) {
        return Address.of(SimulatedStructure.addressOf(structure));
    }

    /** The address of a symbol of the linked image; on the host that {@link SimulatedMemory} was told. The name must be a literal. */
    @Intrinsic(Intrinsic.Operation.SYMBOL_ADDRESS)
    public static Address symbol(String name) {
        return Address.of(SimulatedMemory.current().symbol(name));
    }
}
