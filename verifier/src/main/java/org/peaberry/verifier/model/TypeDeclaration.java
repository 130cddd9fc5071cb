/** A class, interface, enum, record or annotation type of the sources. */
package org.peaberry.verifier.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.ClassTypeContext;
import org.peaberry.verifier.syntax.DialectParser.EnumConstantContext;
import org.peaberry.verifier.syntax.DialectParser.TypeContext;

public final class TypeDeclaration {
    /** What the declaration's word is. */
    public enum Kind { CLASS, INTERFACE, ENUM, RECORD, ANNOTATION }

    private final String name;
    private final Kind kind;
    private final TypeDeclaration outer;
    private final ParserRuleContext declaration;
    private final FileModel model;
    private final List<String> parameters = new ArrayList<>();
    private final List<TypeContext> supertypes = new ArrayList<>();
    private ClassTypeContext created;
    private final List<TypeContext> permitted = new ArrayList<>();
    private final Map<String, TypeDeclaration> nested = new LinkedHashMap<>();
    private final Map<String, Variable> fields = new LinkedHashMap<>();
    private final Map<String, List<Method>> methods = new LinkedHashMap<>();
    private final List<String> constants = new ArrayList<>();
    private List<TypeDeclaration> direct;

    /** @param declaration the node that holds its modifiers, or the body of an anonymous class */
    TypeDeclaration(String name, Kind kind, TypeDeclaration outer, ParserRuleContext declaration, FileModel model) {
        this.name = name;
        this.kind = kind;
        this.outer = outer;
        this.declaration = declaration;
        this.model = model;
    }

    /** Qualified by package and outer types, with dots. */
    public String name() {
        return name;
    }

    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public Kind kind() {
        return kind;
    }

    /** The type it is declared in, or null. */
    public TypeDeclaration outer() {
        return outer;
    }

    public ParserRuleContext declaration() {
        return declaration;
    }

    public FileModel model() {
        return model;
    }

    /** Names of its type parameters. */
    public List<String> parameters() {
        return parameters;
    }

    /** Types that it extends and implements, as written. */
    public List<TypeContext> supertypes() {
        return supertypes;
    }

    /** Of an anonymous class: what stands after {@code new}. */
    void created(ClassTypeContext type) {
        created = type;
    }

    /** Types that a sealed one permits, as written. */
    public List<TypeContext> permitted() {
        return permitted;
    }

    public Map<String, TypeDeclaration> nested() {
        return nested;
    }

    /** Fields of its own by name; an enum's constants and a record's components are some. */
    public Map<String, Variable> fields() {
        return fields;
    }

    /** Methods of its own by name. */
    public Map<String, List<Method>> methods() {
        return methods;
    }

    /** Names of an enum's constants in order. */
    public List<String> constants() {
        return constants;
    }

    public boolean hasAnnotation(String annotation) {
        return Annotations.has(declaration, annotation);
    }

    /** Whether compiled code has a machine word instead of an object. */
    public boolean isWord() {
        return hasAnnotation("Unboxed") || hasAnnotation("RawStructure");
    }

    public Type type() {
        return Type.of(this, List.of());
    }

    /** The field of this name here or in a supertype, or null. */
    public Variable findField(String field) {
        for (TypeDeclaration type : withSupertypes()) {
            Variable found = type.fields.get(field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The nested type of this name here or in a supertype, or null. */
    public TypeDeclaration findNested(String simple) {
        for (TypeDeclaration type : withSupertypes()) {
            TypeDeclaration found = type.nested.get(simple);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Methods of this name here and in supertypes, overridden ones after those that override them. */
    public List<Method> findMethods(String method) {
        List<Method> found = new ArrayList<>();
        for (TypeDeclaration type : withSupertypes()) {
            found.addAll(type.methods.getOrDefault(method, List.of()));
        }
        return found;
    }

    /** Itself and all types above it that the sources declare, nearest first. */
    public List<TypeDeclaration> withSupertypes() {
        List<TypeDeclaration> all = new ArrayList<>();
        collectSupertypes(all, new HashSet<>());
        return all;
    }

    private void collectSupertypes(List<TypeDeclaration> all, Set<TypeDeclaration> seen) {
        if (seen.add(this)) {
            all.add(this);
            directSupertypes().forEach(above -> above.collectSupertypes(all, seen));
        }
    }

    /** The class that it extends, or null when that is not among the sources. */
    public TypeDeclaration superclass() {
        return directSupertypes().stream().filter(above -> above.kind == Kind.CLASS).findFirst().orElse(null);
    }

    /** Found once, when the world is made; a type that is above itself has none while they are looked for. */
    private List<TypeDeclaration> directSupertypes() {
        if (direct == null) {
            direct = List.of();
            List<TypeDeclaration> found = new ArrayList<>();
            for (TypeContext written : supertypes) {
                addKnown(found, model.resolver().resolve(written, outer).declaration());
            }
            if (created != null) {
                addKnown(found, model.resolver().resolve(created, model.typeAround(created)).declaration());
            }
            if (isConstantBody()) {
                found.add(outer);
            }
            direct = found;
        }
        return direct;
    }

    private static void addKnown(List<TypeDeclaration> types, TypeDeclaration type) {
        if (type != null) {
            types.add(type);
        }
    }

    /** Whether it is what an enum's constant has in braces. */
    private boolean isConstantBody() {
        return declaration.getParent() instanceof EnumConstantContext;
    }

    @Override
    public String toString() {
        return name;
    }
}
