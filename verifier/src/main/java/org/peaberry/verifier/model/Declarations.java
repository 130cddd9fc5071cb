/** Finds the types of a file with their members. */
package org.peaberry.verifier.model;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.*;

final class Declarations {
    private final FileModel model;
    private final List<TypeDeclaration> all = new ArrayList<>();

    Declarations(FileModel model) {
        this.model = model;
    }

    /** Every type of the file, outer ones before those they hold; anonymous and local ones too. */
    List<TypeDeclaration> find() {
        String prefix = model.file().packageName().isEmpty() ? "" : model.file().packageName() + ".";
        for (TypeDeclarationContext type : model.file().unit().typeDeclaration()) {
            declare(type, prefix, null);
        }
        for (LocalTypeContext local : model.file().all(LocalTypeContext.class)) {
            declare(local.typeDeclaration(), prefix, null);
        }
        for (ObjectCreationContext creation : model.file().all(ObjectCreationContext.class)) {
            if (creation.classBody() != null) {
                anonymous(creation);
            }
        }
        return all;
    }

    private void anonymous(ObjectCreationContext creation) {
        TypeDeclaration type = new TypeDeclaration("<anonymous>", TypeDeclaration.Kind.CLASS, null, creation.classBody(), model);
        type.created(creation.classType());
        all.add(type);
        addMembers(type, creation.classBody().member(), "");
    }

    private void declare(TypeDeclarationContext node, String prefix, TypeDeclaration outer) {
        ParserRuleContext kind = (ParserRuleContext) node.getChild(node.getChildCount() - 1);
        if (kind instanceof ClassDeclarationContext context && context.typeIdentifier() != null) {
            TypeDeclaration type = open(context.typeIdentifier(), TypeDeclaration.Kind.CLASS, prefix, outer, node);
            addParameters(type, context.typeParameters());
            if (context.extendsClause() != null) {
                type.supertypes().add(context.extendsClause().type());
            }
            addTypes(type.supertypes(), context.implementsClause() == null ? null : context.implementsClause().types());
            addTypes(type.permitted(), context.permitsClause() == null ? null : context.permitsClause().types());
            addBody(type, context.classBody());
        } else if (kind instanceof InterfaceDeclarationContext context && context.typeIdentifier() != null) {
            TypeDeclaration type = open(context.typeIdentifier(), TypeDeclaration.Kind.INTERFACE, prefix, outer, node);
            addParameters(type, context.typeParameters());
            addTypes(type.supertypes(), context.extendsInterfaces() == null ? null : context.extendsInterfaces().types());
            addTypes(type.permitted(), context.permitsClause() == null ? null : context.permitsClause().types());
            addBody(type, context.classBody());
        } else if (kind instanceof EnumDeclarationContext context && context.typeIdentifier() != null) {
            declareEnum(context, open(context.typeIdentifier(), TypeDeclaration.Kind.ENUM, prefix, outer, node));
        } else if (kind instanceof RecordDeclarationContext context && context.typeIdentifier() != null) {
            declareRecord(context, open(context.typeIdentifier(), TypeDeclaration.Kind.RECORD, prefix, outer, node));
        } else if (kind instanceof AnnotationDeclarationContext context && context.typeIdentifier() != null) {
            TypeDeclaration type = open(context.typeIdentifier(), TypeDeclaration.Kind.ANNOTATION, prefix, outer, node);
            for (TypeDeclarationContext inner : context.typeDeclaration()) {
                declare(inner, type.name() + ".", type);
            }
        }
    }

    private void declareEnum(EnumDeclarationContext context, TypeDeclaration type) {
        addTypes(type.supertypes(), context.implementsClause() == null ? null : context.implementsClause().types());
        for (EnumConstantContext constant : context.enumConstant()) {
            String name = constant.identifier().getText();
            type.constants().add(name);
            type.fields().put(name, new Variable(Variable.Kind.CONSTANT, name, null, constant, constant, type, null, 0));
            if (constant.classBody() != null) {
                TypeDeclaration body = new TypeDeclaration("<constant " + name + ">", TypeDeclaration.Kind.CLASS, type, constant.classBody(), model);
                all.add(body);
                addMembers(body, constant.classBody().member(), "");
            }
        }
        addMembers(type, context.member(), type.name() + ".");
    }

    private void declareRecord(RecordDeclarationContext context, TypeDeclaration type) {
        addParameters(type, context.typeParameters());
        addTypes(type.supertypes(), context.implementsClause() == null ? null : context.implementsClause().types());
        List<Variable> components = parameters(context.parameters(), type);
        for (Variable component : components) {
            type.fields().put(component.name(), new Variable(Variable.Kind.FIELD, component.name(), component.type(), component.node(),
                    component.declaration(), type, null, component.dimensions()));
        }
        addBody(type, context.classBody());
        for (Variable component : components) {
            if (type.methods().getOrDefault(component.name(), List.of()).stream().noneMatch(method -> method.accepts(0))) {
                add(type, new Method(component.name(), type, component.type(), List.of(), false, List.of(), component.declaration(), null));
            }
        }
        add(type, new Method(Method.CONSTRUCTOR, type, null, components, false, List.of(), context, null));
    }

    private TypeDeclaration open(TypeIdentifierContext name, TypeDeclaration.Kind kind, String prefix, TypeDeclaration outer, TypeDeclarationContext node) {
        TypeDeclaration type = new TypeDeclaration(prefix + name.getText(), kind, outer, node, model);
        all.add(type);
        if (outer != null) {
            outer.nested().put(name.getText(), type);
        }
        return type;
    }

    private void addBody(TypeDeclaration type, ClassBodyContext body) {
        if (body != null) {
            addMembers(type, body.member(), type.name() + ".");
        }
    }

    private void addMembers(TypeDeclaration type, List<MemberContext> members, String prefix) {
        for (MemberContext member : members) {
            if (member.typeDeclaration() != null) {
                declare(member.typeDeclaration(), prefix, type);
            } else if (member.field() != null) {
                addFields(type, member.field());
            } else if (member.method() != null && member.method().identifier() != null) {
                addMethod(type, member.method());
            } else if (member.constructor() != null) {
                addConstructor(type, member.constructor());
            }
        }
    }

    private static void addFields(TypeDeclaration type, FieldContext field) {
        for (VariableContext variable : field.variables().variable()) {
            String name = variable.identifier().getText();
            type.fields().put(name, new Variable(Variable.Kind.FIELD, name, field.type(), variable, field, type, value(variable), 0));
        }
    }

    static ExpressionContext value(VariableContext variable) {
        return variable.initializer() == null ? null : variable.initializer().expression();
    }

    private static void addMethod(TypeDeclaration type, MethodContext method) {
        TypeContext result = method.resultType() == null ? null : method.resultType().type();
        add(type, new Method(method.identifier().getText(), type, result, parameters(method.parameters(), type), isVariable(method.parameters()),
                names(method.typeParameters()), method, method.block()));
    }

    private static void addConstructor(TypeDeclaration type, ConstructorContext constructor) {
        add(type, new Method(Method.CONSTRUCTOR, type, null, parameters(constructor.parameters(), type), isVariable(constructor.parameters()),
                names(constructor.typeParameters()), constructor, constructor.block()));
    }

    private static void add(TypeDeclaration type, Method method) {
        type.methods().computeIfAbsent(method.name(), name -> new ArrayList<>()).add(method);
    }

    private static boolean isVariable(ParametersContext parameters) {
        return parameters != null && parameters.variableParameter() != null;
    }

    static List<Variable> parameters(ParametersContext parameters, TypeDeclaration owner) {
        List<Variable> variables = new ArrayList<>();
        if (parameters == null) {
            return variables;
        }
        for (ParameterContext parameter : parameters.parameter()) {
            if (parameter.identifier() != null) {
                variables.add(new Variable(Variable.Kind.PARAMETER, parameter.identifier().getText(), parameter.type(), parameter, parameter, owner, null, 0));
            }
        }
        VariableParameterContext rest = parameters.variableParameter();
        if (rest != null) {
            variables.add(new Variable(Variable.Kind.PARAMETER, rest.identifier().getText(), rest.type(), rest, rest, owner, null, 1));
        }
        return variables;
    }

    private static void addParameters(TypeDeclaration type, TypeParametersContext parameters) {
        type.parameters().addAll(names(parameters));
    }

    private static List<String> names(TypeParametersContext parameters) {
        List<String> names = new ArrayList<>();
        if (parameters != null) {
            parameters.typeParameter().forEach(parameter -> names.add(parameter.typeIdentifier().getText()));
        }
        return names;
    }

    private static void addTypes(List<TypeContext> types, TypesContext more) {
        if (more != null) {
            types.addAll(more.type());
        }
    }
}
