/** A type as far as sources tell: its name, what declares it, its arguments. */
package org.peaberry.verifier.model;

import java.util.List;
import java.util.Set;

/**
 * @param name a primitive's word, a qualified name, or a type variable's name
 * @param declaration in the sources at hand; null for the JDK's types, primitives and variables
 * @param arguments empty when it has none
 * @param dimensions of an array; 0 otherwise
 */
public record Type(String name, TypeDeclaration declaration, List<Type> arguments, int dimensions) {
    /** What cannot be told; no rule reports about it. */
    public static final Type UNKNOWN = of("?");
    public static final Type NULL = of("null");
    public static final Type VOID = of("void");
    public static final Type INT = of("int");
    public static final Type LONG = of("long");
    public static final Type BOOLEAN = of("boolean");
    public static final Type STRING = of("java.lang.String");
    private static final Set<String> PRIMITIVES = Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

    /** A type without a declaration at hand. */
    public static Type of(String name) {
        return new Type(name, null, List.of(), 0);
    }

    static Type of(TypeDeclaration declaration, List<Type> arguments) {
        return new Type(declaration.name(), declaration, arguments, 0);
    }

    public Type array(int more) {
        return more == 0 || isUnknown() ? this : new Type(name, declaration, arguments, dimensions + more);
    }

    public Type element() {
        return dimensions == 0 ? UNKNOWN : new Type(name, declaration, arguments, dimensions - 1);
    }

    public boolean isUnknown() {
        return name.equals("?");
    }

    public boolean isPrimitive() {
        return dimensions == 0 && PRIMITIVES.contains(name);
    }

    public boolean isArray() {
        return dimensions > 0;
    }

    public boolean isString() {
        return dimensions == 0 && name.equals("java.lang.String");
    }

    /** A class or interface, an array included: something that can be null or boxed into. */
    public boolean isReference() {
        return !isUnknown() && !isPrimitive() && !name.equals("void");
    }

    /** Whether compiled code has only a machine word for it. */
    public boolean isWord() {
        return dimensions == 0 && declaration != null && declaration.isWord();
    }

    public boolean isEnum() {
        return dimensions == 0 && declaration != null && declaration.kind() == TypeDeclaration.Kind.ENUM;
    }

    /** Whether it is the same but for arguments; what may be a type variable is the same as any class. */
    boolean isSameErasure(Type other) {
        return name.equals(other.name) && dimensions == other.dimensions || isOpen() && !other.isPrimitive() || other.isOpen() && !isPrimitive();
    }

    private boolean isOpen() {
        return declaration == null && !isPrimitive() && name.indexOf('.') < 0;
    }

    /** The name without its package. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1) + "[]".repeat(dimensions);
    }
}
