/** Numbers and symbols of the closed world that generated code depends on. */
package org.peaberry.compiler.world;

/** Valid once the world is closed. See {@link org.peaberry.runtime.object.TypeInformation} for how they are used. */
public interface ImageLayout {
    /** Bytes from the start of the object. */
    int fieldOffset(FieldInfo field);

    /** Bytes an instance occupies. */
    int instanceSize(ClassInfo type);

    /** Bytes from a TypeInformation to the code address of a virtual method (positive) or an interface method (negative). */
    int dispatchOffset(MethodInfo method);

    int typeId(ClassInfo type);

    int lastSubtypeId(ClassInfo type);

    /** Bit number of an interface (or array of interfaces), -1 for a class. */
    int interfaceBit(ClassInfo type);

    /** Symbol of the type's TypeInformation. */
    String typeSymbol(ClassInfo type);

    /** Symbol of a static field. */
    String staticSymbol(FieldInfo field);

    /** Symbol of a host object in the image heap; the object is added when it is new. */
    String objectSymbol(Object hostObject);
}
