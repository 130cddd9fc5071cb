/** An interface that declares a memory layout; in compiled code a value of it is the bare address. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each abstract method with {@link At} is an accessor: without a parameter it loads, with one it stores. Its type gives the
 * width: boolean and byte 1, short and char 2, int 4, long and {@link Unboxed} types 8; narrow loads extend as Java does. A
 * result that is itself a raw structure is a sub-structure at that offset. With {@link Repeated} the first parameter is an
 * index. Default and static methods are ordinary code. {@link org.peaberry.runtime.memory.RawMemory#at} makes one from an address.
 * Accesses are neither merged nor reordered by the compiler.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RawStructure {
    /** Bytes the structure occupies. */
    int size();
}
