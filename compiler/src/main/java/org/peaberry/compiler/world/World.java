/** The types and methods a compilation can see. */
package org.peaberry.compiler.world;

/** Lookups load classes on demand; a class that cannot be found is a {@link org.peaberry.compiler.driver.CompilerError}. */
public interface World {
    /** By internal name ({@code java/lang/String}) or array descriptor ({@code [I}). */
    ClassInfo classNamed(String internalNameOrArray);

    /** By field descriptor ({@code I}, {@code Ljava/lang/String;}, {@code [I}). */
    ClassInfo typeOf(String descriptor);

    /** Resolves a field reference through superclasses and superinterfaces. */
    FieldInfo resolveField(String owner, String name, String descriptor);

    /** Resolves a method reference through superclasses, then superinterfaces (JVMS §5.4.3.3). */
    MethodInfo resolveMethod(String owner, String name, String descriptor);

    /** The method a virtual or interface call reaches on a receiver of exactly that class. */
    MethodInfo selectMethod(ClassInfo receiverClass, MethodInfo resolved);

    /** The only method a virtual or interface call can reach in the closed world, or null when there are several. Valid once the world is closed. */
    MethodInfo soleTarget(MethodInfo resolved);

    /** Whether no instantiated class is a strict subtype. Valid once the world is closed. */
    boolean isLeaf(ClassInfo type);

    /** Whether all objects there can be of a declared type are instances of another one too; false when that is not known. Valid once the world is closed. */
    default boolean isEveryInstance(ClassInfo declared, ClassInfo type) {
        return false;
    }

    /** Whether a field of an object that the image holds is final, so that its value there can be used as a constant. */
    default boolean hasConstantValue(FieldInfo field, Object object) {
        return false;
    }

    /** That value, as {@link #constantValue(FieldInfo)} gives it. Valid when {@link #hasConstantValue(FieldInfo, Object)}. */
    default Object constantValue(FieldInfo field, Object object) {
        throw new IllegalStateException(field + " of an object is not known to be constant");
    }

    /** Value of a static final field as static initializers left it on the host (Integer, Long, …, String or any object; null is a value). Valid for fields with a host value; asks {@link #hasConstantValue} first. */
    Object constantValue(FieldInfo field);

    /** Whether the static field is final, initialized on the host and not substituted, so that its value can be used as a constant. */
    boolean hasConstantValue(FieldInfo field);

    /** The type that a host object has in the image. */
    default ClassInfo imageType(Object hostObject) {
        return classNamed(hostObject.getClass().getName().replace('.', '/'));
    }

    /** A method of the runtime that compiled code calls. */
    MethodInfo runtimeMethod(RuntimeMethod method);

    /** Whether code takes objects from the allocation window before it calls the allocator. */
    default boolean hasAllocationWindow() {
        return false;
    }

    /** Whether the program may compute with float and double. */
    default boolean hasFloatingPoint() {
        return true;
    }
}
