/** Finds the variable that a simple name means at a place. */
package org.peaberry.verifier.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.*;
import org.peaberry.verifier.tree.Nodes;

public final class Scopes {
    private final FileModel model;
    private final Map<ParserRuleContext, List<Variable>> locals = new IdentityHashMap<>();
    private boolean isCollected;

    Scopes(FileModel model) {
        this.model = model;
    }

    /** The local variable, parameter or field of this name at a place, or null. */
    public Variable find(String name, ParserRuleContext place) {
        Variable local = findLocal(name, place);
        return local != null ? local : findField(name, place);
    }

    /** The local variable or parameter of this name at a place, or null when a field of an inner type hides it or there is none. */
    public Variable findLocal(String name, ParserRuleContext place) {
        collectOnce();
        for (ParserRuleContext at = place; at != null; at = at.getParent()) {
            Variable found = declaredIn(at, name, place);
            if (found != null) {
                return found;
            }
            boolean isType = at instanceof ClassBodyContext;
            if (isType && model.typeAround(at) != null && model.typeAround(at).findField(name) != null) {
                return null;
            }
        }
        return null;
    }

    private Variable declaredIn(ParserRuleContext scope, String name, ParserRuleContext place) {
        Variable last = null;
        for (Variable variable : locals.getOrDefault(scope, List.of())) {
            if (variable.name().equals(name) && variable.precedes(place)) {
                last = variable;
            }
        }
        return last;
    }

    private Variable findField(String name, ParserRuleContext place) {
        for (ParserRuleContext at = place; at != null; at = at.getParent()) {
            TypeDeclaration type = model.typeAround(at);
            if (type == null) {
                break;
            }
            for (TypeDeclaration outer = type; outer != null; outer = outer.outer()) {
                Variable field = outer.findField(name);
                if (field != null) {
                    return field;
                }
            }
            at = type.declaration();
        }
        TypeDeclaration imported = model.resolver().staticOwner(name);
        return imported == null ? null : imported.findField(name);
    }

    private synchronized void collectOnce() {
        if (!isCollected) {
            collect();
            isCollected = true;
        }
    }

    private void collect() {
        model.file().all(LocalVariablesContext.class).forEach(this::collectLocals);
        model.file().all(MethodContext.class).forEach(method -> addAll(method, method.parameters()));
        model.file().all(ConstructorContext.class).forEach(constructor -> addAll(constructor, constructor.parameters()));
        model.file().all(LambdaContext.class).forEach(this::collectLambda);
        model.file().all(CompactConstructorContext.class).forEach(this::collectCompact);
        for (EachVariableContext each : model.file().all(EachVariableContext.class)) {
            ExpressionContext values = ((ForEachStatementContext) each.getParent()).expression();
            add(each.getParent(), new Variable(Variable.Kind.EACH, each.identifier().getText(), each.type(), each, each, null, values, 0));
        }
        for (ResourceContext resource : model.file().all(ResourceContext.class)) {
            if (resource.identifier() != null) {
                add(resource.getParent().getParent(), local(resource.identifier(), resource.type(), resource, resource, resource.expression()));
            }
        }
        for (CatchClauseContext clause : model.file().all(CatchClauseContext.class)) {
            if (clause.identifier() != null && !clause.type().isEmpty()) {
                TypeContext type = clause.type().size() == 1 ? clause.type(0) : null;
                add(clause, new Variable(Variable.Kind.LAMBDA, clause.identifier().getText(), type, clause.identifier(), clause, null, null, 0));
            }
        }
        for (InstanceOfContext test : model.file().all(InstanceOfContext.class)) {
            if (test.identifier() != null) {
                add(scopeOfPattern(test), local(test.identifier(), test.type(), test.identifier(), test, null));
            }
        }
        locals.values().forEach(all -> all.sort((one, other) -> Integer.compare(one.node().getStart().getTokenIndex(), other.node().getStart().getTokenIndex())));
    }

    private void collectLocals(LocalVariablesContext node) {
        ParserRuleContext parent = node.getParent();
        ParserRuleContext scope = parent.getParent();
        for (VariableContext variable : node.variables().variable()) {
            add(scope, local(variable.identifier(), node.type(), variable, node, Declarations.value(variable)));
        }
    }

    private void collectLambda(LambdaContext lambda) {
        if (lambda.lambdaParameters().parameters() != null) {
            addAll(lambda, lambda.lambdaParameters().parameters());
        }
        for (IdentifierContext name : lambda.lambdaParameters().identifier()) {
            add(lambda, new Variable(Variable.Kind.LAMBDA, name.getText(), null, name, name, null, null, 0));
        }
    }

    private void collectCompact(CompactConstructorContext constructor) {
        TypeDeclaration type = model.typeAround(constructor);
        if (type != null && type.kind() == TypeDeclaration.Kind.RECORD) {
            RecordDeclarationContext declaration = Nodes.enclosing(constructor, RecordDeclarationContext.class);
            addAll(constructor, declaration.parameters());
        }
    }

    private static ParserRuleContext scopeOfPattern(InstanceOfContext test) {
        for (ParserRuleContext at = test.getParent(); at != null; at = at.getParent()) {
            if (at instanceof BlockContext || at instanceof SwitchGroupContext || at instanceof LambdaContext || at instanceof MemberContext) {
                return at;
            }
        }
        return test;
    }

    private static Variable local(IdentifierContext name, TypeContext type, ParserRuleContext node, ParserRuleContext declaration, ExpressionContext value) {
        return new Variable(Variable.Kind.LOCAL, name.getText(), type, node, declaration, null, value, 0);
    }

    private void addAll(ParserRuleContext scope, ParametersContext parameters) {
        Declarations.parameters(parameters, model.typeAround(scope)).forEach(parameter -> add(scope, parameter));
    }

    private void add(ParserRuleContext scope, Variable variable) {
        locals.computeIfAbsent(scope, key -> new ArrayList<>()).add(variable);
    }
}
