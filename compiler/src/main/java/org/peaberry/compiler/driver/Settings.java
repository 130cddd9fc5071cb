/** What the user asked for. */
package org.peaberry.compiler.driver;

import java.nio.file.Path;
import java.util.List;

import org.peaberry.compiler.image.Target;

/**
 * @param classPath the program's folders and jars, the runtime's included
 * @param mainClass binary name
 * @param objects   NASM objects to link
 * @param libraryObjects NASM objects to link when something refers to a symbol that they define
 * @param loadAddress physical address of the image's first byte; of a Linux program its virtual one
 * @param dumpedMethod part of the names of methods whose IR is printed, or null
 * @param verify    check the IR after each step, and the register allocation
 * @param checks how Java's checks are made
 * @param heap   address space for the objects of a Linux program
 * @param compilationDirectory to which debug information says that the paths of source files are relative
 */
public record Settings(Target target, List<Path> classPath, String mainClass, List<Path> objects, List<Path> libraryObjects, long loadAddress,
        String dumpedMethod, boolean verify, Checks checks, HeapSize heap, String compilationDirectory) {
    /** Where debuggers look for source files when nobody tells them. */
    private static final String HERE = ".";

    public Settings(Target target, List<Path> classPath, String mainClass, List<Path> objects, long loadAddress, String dumpedMethod, boolean verify) {
        this(target, classPath, mainClass, objects, List.of(), loadAddress, dumpedMethod, verify, Checks.of(target), HeapSize.DEFAULT, HERE);
    }

    /** Whether the IR of a method is printed. */
    boolean dumps(String methodSymbol) {
        return dumpedMethod != null && methodSymbol.contains(dumpedMethod);
    }
}
