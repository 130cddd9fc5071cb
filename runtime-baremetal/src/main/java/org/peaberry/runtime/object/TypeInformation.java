/** What compiled code knows of a class at run time; one instance per class and array type, built by the compiler. */
package org.peaberry.runtime.object;

/**
 * An object of the image heap, followed in memory by its dispatch table: 8-byte code addresses, one per virtual method, from
 * {@link #dispatchTableOffset} on; before the object's start, at negative offsets, stand the code addresses of interface methods:
 * selector colour c at {@code -8 * (c + 1)}. No class implements two interface methods of one colour, so that an interface call
 * costs what a virtual call costs.
 *
 * <p>Classes are numbered in preorder of the subclass tree, arrays included (the superclass of {@code X[]} is
 * {@code superclass(X)[]}, that of {@code Object[]} and of primitive arrays is {@code Object}), so that a subclass test is one
 * unsigned comparison: {@code typeId - C.typeId <= C.lastSubtypeId - C.typeId}. Interfaces (and arrays of interfaces) have bits.
 */
public final class TypeInformation {
    /** {@link #elementShift} of a type that is not an array. */
    public static final int NOT_AN_ARRAY = -1;

    /** Binary name, such as {@code java.lang.String} or {@code [I}. */
    public final String name;
    /** Preorder number. */
    public final int typeId;
    /** Greatest preorder number among the subtypes. */
    public final int lastSubtypeId;
    /** Bytes of an instance; 0 for arrays and interfaces. */
    public final int instanceSize;
    /** Binary logarithm of the element size, or {@link #NOT_AN_ARRAY}. */
    public final int elementShift;
    /** For an interface type its bit number, otherwise -1. */
    public final int interfaceBit;
    /** Type of an array's elements when these are references, otherwise null. */
    public final TypeInformation component;
    /** Type of arrays whose elements are of this type, or null when the program does not use it. */
    public final TypeInformation array;
    /** Superclass, null for Object and interfaces. */
    public final TypeInformation superclass;
    /** Bit n of byte n / 8 tells that interface n is implemented. */
    public final byte[] interfaceBits;
    /** The java.lang.Class object of this type, when the program uses class objects; otherwise null. */
    public final Class<?> mirror;
    /** Bytes from the start of this object to the dispatch table of virtual methods; the same for every type. */
    public final int dispatchTableOffset;

    /** Built by the compiler only. */
    public TypeInformation(String name, int typeId, int lastSubtypeId, int instanceSize, int elementShift, int interfaceBit,
            TypeInformation component, TypeInformation array, TypeInformation superclass, byte[] interfaceBits, Class<?> mirror, int dispatchTableOffset) {
        this.name = name;
        this.typeId = typeId;
        this.lastSubtypeId = lastSubtypeId;
        this.instanceSize = instanceSize;
        this.elementShift = elementShift;
        this.interfaceBit = interfaceBit;
        this.component = component;
        this.array = array;
        this.superclass = superclass;
        this.interfaceBits = interfaceBits;
        this.mirror = mirror;
        this.dispatchTableOffset = dispatchTableOffset;
    }

    /** Whether an object of this type may be assigned to the other type. */
    public boolean isSubtypeOf(TypeInformation other) {
        if (other.interfaceBit >= 0) {
            return (interfaceBits[other.interfaceBit >> 3] >> (other.interfaceBit & 7) & 1) != 0;
        }
        return typeId >= other.typeId && typeId <= other.lastSubtypeId;
    }
}
