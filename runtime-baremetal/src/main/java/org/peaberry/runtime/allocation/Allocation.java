/** Makes objects and arrays: what compiled code calls for new, newarray and multianewarray. */
package org.peaberry.runtime.allocation;

import org.peaberry.runtime.annotation.NoInline;
import org.peaberry.runtime.annotation.PreservesRegisters;
import org.peaberry.runtime.annotation.RecursionLimit;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;
import org.peaberry.runtime.object.TypeInformation;
import org.peaberry.runtime.unboxed.Address;

public final class Allocation {
    private static final int MAXIMUM_DIMENSIONS = 255;

    private Allocation() {
    }

    @NoInline
    public static Object allocateObject(TypeInformation type) {
        Address address = Heap.take(type.instanceSize);
        address.store(ObjectLayout.TYPE_OFFSET, ObjectAccess.addressOf(type).toLong());
        return ObjectAccess.objectAt(address);
    }

    /** @throws NegativeArraySizeException for a negative length */
    @NoInline
    @RecursionLimit(depth = 2, reason = "the arrays of an exception's message and trace have lengths of zero or more")
    public static Object allocateArray(TypeInformation type, int length) {
        if (length < 0) {
            throw new NegativeArraySizeException(Integer.toString(length));
        }
        Address address = Heap.take(ObjectLayout.arraySize(length, type.elementShift));
        address.store(ObjectLayout.TYPE_OFFSET, ObjectAccess.addressOf(type).toLong());
        address.store(ObjectLayout.ARRAY_LENGTH_OFFSET, length);
        return ObjectAccess.objectAt(address);
    }

    /** What compiled code calls where an object does not fit into the {@link AllocationWindow}. */
    @NoInline
    @PreservesRegisters
    static Object allocateObjectBesideWindow(TypeInformation type) {
        Address address = Heap.takeBesideWindow(type.instanceSize);
        address.store(ObjectLayout.TYPE_OFFSET, ObjectAccess.addressOf(type).toLong());
        return ObjectAccess.objectAt(address);
    }

    /** The same for an array that does not fit, is too long to be tried, or has a negative length. */
    @NoInline
    @PreservesRegisters
    static Object allocateArrayBesideWindow(TypeInformation type, int length) {
        if (length < 0) {
            throw new NegativeArraySizeException(Integer.toString(length));
        }
        Address address = Heap.takeBesideWindow(ObjectLayout.arraySize(length, type.elementShift));
        address.store(ObjectLayout.TYPE_OFFSET, ObjectAccess.addressOf(type).toLong());
        address.store(ObjectLayout.ARRAY_LENGTH_OFFSET, length);
        return ObjectAccess.objectAt(address);
    }

    /** Makes arrays of arrays as deep as there are lengths. */
    @NoInline
    public static Object allocateMultiArray(TypeInformation type, int[] lengths) {
        for (int length : lengths) {
            if (length < 0) {
                throw new NegativeArraySizeException(Integer.toString(length));
            }
        }
        return allocateDimension(type, lengths, 0);
    }

    @RecursionLimit(depth = MAXIMUM_DIMENSIONS, reason = "the Java Virtual Machine Specification, §4.4.1, allows no more dimensions")
    private static Object allocateDimension(TypeInformation type, int[] lengths, int dimension) {
        Object array = allocateArray(type, lengths[dimension]);
        if (dimension + 1 < lengths.length) {
            Object[] elements = (Object[]) array;
            for (int i = 0; i < elements.length; i++) {
                elements[i] = allocateDimension(type.component, lengths, dimension + 1);
            }
        }
        return array;
    }
}
