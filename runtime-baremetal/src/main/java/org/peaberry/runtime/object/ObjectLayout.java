/** Where things are in an object: shared by the compiler, the image-heap builder and the runtime. */
package org.peaberry.runtime.object;

/** All offsets are bytes from the start of the object; every object is 8-byte aligned. */
public final class ObjectLayout {
    /** 8-byte pointer to the {@link TypeInformation} of the object's class. */
    public static final int TYPE_OFFSET = 0;
    /** Instance fields start here; each is naturally aligned; a subclass's fields follow its superclass's. */
    public static final int FIRST_FIELD_OFFSET = 8;
    /** 4-byte length of an array. */
    public static final int ARRAY_LENGTH_OFFSET = 8;
    /** Elements of an array, whatever their width. */
    public static final int ARRAY_ELEMENTS_OFFSET = 16;
    /** Alignment and size granularity of objects. */
    public static final int ALIGNMENT = 8;
    /** Bytes of a reference. */
    public static final int REFERENCE_SIZE = 8;

    private ObjectLayout() {
    }

    /** Bytes an array occupies; {@code elementShift} is the binary logarithm of the element's size. */
    public static long arraySize(int length, int elementShift) {
        return align(ARRAY_ELEMENTS_OFFSET + ((long) length << elementShift));
    }

    /** Rounds bytes up to the object alignment. */
    public static long align(long bytes) {
        return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
