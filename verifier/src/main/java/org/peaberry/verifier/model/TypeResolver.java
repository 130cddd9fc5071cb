/** Finds what a type name means in a file. */
package org.peaberry.verifier.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.ClassTypeContext;
import org.peaberry.verifier.syntax.DialectParser.ConstructorContext;
import org.peaberry.verifier.syntax.DialectParser.IdentifierContext;
import org.peaberry.verifier.syntax.DialectParser.ImportDeclarationContext;
import org.peaberry.verifier.syntax.DialectParser.MethodContext;
import org.peaberry.verifier.syntax.DialectParser.TypeArgumentContext;
import org.peaberry.verifier.syntax.DialectParser.TypeArgumentsContext;
import org.peaberry.verifier.syntax.DialectParser.TypeContext;
import org.peaberry.verifier.syntax.DialectParser.TypeParametersContext;

public final class TypeResolver {
    private final FileModel model;
    private final Map<String, String> imports = new HashMap<>();
    private final List<String> wildcards = new ArrayList<>();
    private final Map<String, String> staticImports = new HashMap<>();
    private final List<String> staticWildcards = new ArrayList<>();

    TypeResolver(FileModel model) {
        this.model = model;
        model.file().unit().importDeclaration().forEach(this::add);
    }

    private void add(ImportDeclarationContext declaration) {
        if (declaration.qualifiedName() == null) {
            return;
        }
        String name = declaration.qualifiedName().getText();
        boolean isStatic = declaration.getChild(1).getText().equals("static");
        if (declaration.wildcard() != null) {
            (isStatic ? staticWildcards : wildcards).add(name);
        } else {
            int dot = name.lastIndexOf('.');
            (isStatic ? staticImports : imports).put(name.substring(dot + 1), isStatic ? name.substring(0, Math.max(dot, 0)) : name);
        }
    }

    /** The type that a member of this name is imported from, or null. */
    TypeDeclaration staticOwner(String member) {
        String owner = staticImports.get(member);
        if (owner != null) {
            return model.world().type(owner);
        }
        for (String wildcard : staticWildcards) {
            TypeDeclaration type = model.world().type(wildcard);
            if (type != null && (type.findField(member) != null || !type.findMethods(member).isEmpty())) {
                return type;
            }
        }
        return null;
    }

    /** @param written null for void
     * @param scope the type around it; null at the top of a file */
    public Type resolve(TypeContext written, TypeDeclaration scope) {
        if (written == null) {
            return Type.VOID;
        }
        int dimensions = written.dimensions() == null ? 0 : written.dimensions().getChildCount() / 2;
        if (written.primitiveType() != null) {
            return Type.of(written.primitiveType().getText()).array(dimensions);
        }
        return written.classType() == null ? Type.UNKNOWN : resolve(written.classType(), scope).array(dimensions);
    }

    public Type resolve(ClassTypeContext written, TypeDeclaration scope) {
        List<IdentifierContext> parts = written.identifier();
        if (parts.size() == 1 && isTypeVariable(parts.get(0).getText(), written)) {
            return Type.of(parts.get(0).getText());
        }
        StringBuilder name = new StringBuilder();
        for (IdentifierContext part : parts) {
            name.append(name.length() == 0 ? "" : ".").append(part.getText());
        }
        Type base = named(name.toString(), scope);
        List<TypeArgumentsContext> arguments = written.typeArguments();
        return base.isUnknown() || arguments.isEmpty() ? base
                : new Type(base.name(), base.declaration(), arguments(arguments.get(arguments.size() - 1), scope), 0);
    }

    private List<Type> arguments(TypeArgumentsContext written, TypeDeclaration scope) {
        List<Type> arguments = new ArrayList<>();
        for (TypeArgumentContext argument : written.typeArgument()) {
            arguments.add(argument.type() == null ? Type.UNKNOWN : resolve(argument.type(), scope));
        }
        return arguments;
    }

    private boolean isTypeVariable(String name, ParserRuleContext place) {
        for (ParserRuleContext at = place; at != null; at = at.getParent()) {
            if (at instanceof MethodContext method && declares(method.typeParameters(), name)
                    || at instanceof ConstructorContext constructor && declares(constructor.typeParameters(), name)) {
                return true;
            }
        }
        for (TypeDeclaration type = model.typeAround(place); type != null; type = type.outer()) {
            if (type.parameters().contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(TypeParametersContext parameters, String name) {
        return parameters != null && parameters.typeParameter().stream().anyMatch(parameter -> parameter.typeIdentifier().getText().equals(name));
    }

    /** The type that a dotted name means, or unknown. */
    public Type named(String name, TypeDeclaration scope) {
        int dot = name.indexOf('.');
        TypeDeclaration first = declared(dot < 0 ? name : name.substring(0, dot), scope);
        if (first != null) {
            TypeDeclaration type = dot < 0 ? first : nested(first, name.substring(dot + 1));
            return type == null ? Type.UNKNOWN : type.type();
        }
        TypeDeclaration qualified = model.world().type(name);
        if (qualified != null) {
            return qualified.type();
        }
        return jdk(name);
    }

    private static TypeDeclaration nested(TypeDeclaration type, String path) {
        TypeDeclaration at = type;
        for (String part : path.split("\\.")) {
            at = at == null ? null : at.findNested(part);
        }
        return at;
    }

    private TypeDeclaration declared(String simple, TypeDeclaration scope) {
        for (TypeDeclaration type = scope; type != null; type = type.outer()) {
            if (type.simpleName().equals(simple)) {
                return type;
            }
            TypeDeclaration found = type.findNested(simple);
            if (found != null) {
                return found;
            }
        }
        return ofFile(simple);
    }

    private TypeDeclaration ofFile(String simple) {
        String imported = imports.get(simple);
        if (imported != null) {
            return model.world().type(imported);
        }
        String owner = staticImports.get(simple);
        if (owner != null && model.world().type(owner + "." + simple) != null) {
            return model.world().type(owner + "." + simple);
        }
        String prefix = model.file().packageName().isEmpty() ? "" : model.file().packageName() + ".";
        TypeDeclaration same = model.world().type(prefix + simple);
        for (int i = 0; same == null && i < wildcards.size(); i++) {
            same = model.world().type(wildcards.get(i) + "." + simple);
        }
        return same;
    }

    private Type jdk(String name) {
        String imported = imports.get(name);
        if (imported != null) {
            return Type.of(imported);
        }
        if (name.contains(".")) {
            return name.startsWith("java.") ? Type.of(name) : Type.UNKNOWN;
        }
        if (JdkTypes.exists("java.lang." + name)) {
            return Type.of("java.lang." + name);
        }
        for (String wildcard : wildcards) {
            if (wildcard.startsWith("java.") && JdkTypes.exists(wildcard + "." + name)) {
                return Type.of(wildcard + "." + name);
            }
        }
        return Type.UNKNOWN;
    }
}
