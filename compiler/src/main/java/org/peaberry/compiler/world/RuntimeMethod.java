/** Methods of the runtime that compiled code calls by itself; always reachable. */
package org.peaberry.compiler.world;

import java.util.List;
import java.util.stream.Stream;

public enum RuntimeMethod {
    /** Throws an exception that is not null; never returns. */
    THROW("exception/Throw", "throwException", "(Ljava/lang/Throwable;)V"),
    NULL_POINTER("exception/Throw", "nullPointer", "()V"),
    /** (index, length). */
    ARRAY_INDEX("exception/Throw", "arrayIndex", "(II)V"),
    DIVISION_BY_ZERO("exception/Throw", "divisionByZero", "()V"),
    /** (object, type it is not). */
    CLASS_CAST("exception/Throw", "classCast", "(Ljava/lang/Object;Lorg/peaberry/runtime/object/TypeInformation;)V"),
    /** (array, value): returns when the value may be stored, throws otherwise. */
    STORE_CHECK("exception/Throw", "storeCheck", "(Ljava/lang/Object;Ljava/lang/Object;)V"),
    ALLOCATE_OBJECT("allocation/Allocation", "allocateObject", "(Lorg/peaberry/runtime/object/TypeInformation;)Ljava/lang/Object;"),
    /** (array type, length): throws for a negative length. */
    ALLOCATE_ARRAY("allocation/Allocation", "allocateArray", "(Lorg/peaberry/runtime/object/TypeInformation;I)Ljava/lang/Object;"),
    /** As the two above, where an object has no room in the allocation window; registers survive. */
    ALLOCATE_OBJECT_BESIDE_WINDOW("allocation/Allocation", "allocateObjectBesideWindow",
            "(Lorg/peaberry/runtime/object/TypeInformation;)Ljava/lang/Object;"),
    ALLOCATE_ARRAY_BESIDE_WINDOW("allocation/Allocation", "allocateArrayBesideWindow",
            "(Lorg/peaberry/runtime/object/TypeInformation;I)Ljava/lang/Object;"),
    /** (array type, lengths of the leading dimensions). */
    ALLOCATE_MULTI_ARRAY("allocation/Allocation", "allocateMultiArray", "(Lorg/peaberry/runtime/object/TypeInformation;[I)Ljava/lang/Object;");

    private static final String PACKAGE = "org/peaberry/runtime/";

    private final String owner;
    private final String methodName;
    private final String descriptor;

    RuntimeMethod(String owner, String methodName, String descriptor) {
        this.owner = PACKAGE + owner;
        this.methodName = methodName;
        this.descriptor = descriptor;
    }

    /** Those that a program's code can call. */
    public static List<RuntimeMethod> usedIn(World world) {
        return Stream.of(values()).filter(method -> world.hasAllocationWindow() || !method.isForWindow()).toList();
    }

    private boolean isForWindow() {
        return this == ALLOCATE_OBJECT_BESIDE_WINDOW || this == ALLOCATE_ARRAY_BESIDE_WINDOW;
    }

    /** Internal name of the class. */
    public String owner() {
        return owner;
    }

    public String methodName() {
        return methodName;
    }

    public String descriptor() {
        return descriptor;
    }
}
