/** A class, method or field that code refers to and that is not there, or that the build host could not initialize. */
package org.peaberry.compiler.world;

import org.peaberry.compiler.driver.CompilerError;

/** An error in the program's own code; in a library's code what a JVM would throw when the reference is first used. */
public final class UnresolvedReference extends CompilerError {
    private static final long serialVersionUID = 1;

    /** What is missing, with the method of {@link org.peaberry.runtime.jdk.Refusal} that makes the exception. */
    public enum Kind {
        CLASS("missingClass"), METHOD("missingMethod"), FIELD("missingField"), INITIALIZATION("uninitializedClass");

        private final String thrower;

        Kind(String thrower) {
            this.thrower = thrower;
        }

        String thrower() {
            return thrower;
        }
    }

    private final Kind kind;
    private final String name;

    /**
     * @param name    what the exception says at run time, as on HotSpot
     * @param message complete, for the error of a compilation
     */
    public UnresolvedReference(Kind kind, String name, String message) {
        super(message);
        this.kind = kind;
        this.name = name;
    }

    static UnresolvedReference ofClass(String internalName) {
        return new UnresolvedReference(Kind.CLASS, internalName,
                "error: class " + internalName.replace('/', '.') + " is not on the class path. Add its folder or jar to --classpath");
    }

    static UnresolvedReference ofMethod(String owner, String name, String descriptor) {
        String text = owner.replace('/', '.') + "." + name + descriptor;
        return new UnresolvedReference(Kind.METHOD, text, "error: no method " + text + ". Recompile the classes that use it");
    }

    static UnresolvedReference ofField(String owner, String name) {
        String text = owner.replace('/', '.') + "." + name;
        return new UnresolvedReference(Kind.FIELD, name, "error: no field " + text + ". Recompile the classes that use it");
    }

    Kind kind() {
        return kind;
    }

    String missing() {
        return name;
    }
}
