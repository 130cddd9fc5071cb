/** Declarations: modifiers once, members where they may stand. */
package org.peaberry.verifier.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.AnnotationMemberContext;
import org.peaberry.verifier.syntax.DialectParser.ClassBodyContext;
import org.peaberry.verifier.syntax.DialectParser.CompactConstructorContext;
import org.peaberry.verifier.syntax.DialectParser.ConstructorContext;
import org.peaberry.verifier.syntax.DialectParser.FieldContext;
import org.peaberry.verifier.syntax.DialectParser.ImportDeclarationContext;
import org.peaberry.verifier.syntax.DialectParser.InitializerBlockContext;
import org.peaberry.verifier.syntax.DialectParser.InterfaceDeclarationContext;
import org.peaberry.verifier.syntax.DialectParser.LocalTypeContext;
import org.peaberry.verifier.syntax.DialectParser.MethodContext;
import org.peaberry.verifier.syntax.DialectParser.ModifierContext;
import org.peaberry.verifier.syntax.DialectParser.RecordDeclarationContext;
import org.peaberry.verifier.syntax.DialectParser.TypeDeclarationContext;
import org.peaberry.verifier.syntax.DialectParser.TypeIdentifierContext;
import org.peaberry.verifier.syntax.DialectParser.VariableContext;
import org.peaberry.verifier.syntax.DialectParser.VariableModifierContext;
import org.peaberry.verifier.syntax.DialectParser.VariablesContext;
import org.peaberry.verifier.syntax.SyntaxError;

final class DeclarationStructure extends Structure {
    private static final Set<String> OF_TYPES_ALONE = Set.of("sealed", "non-sealed");
    private static final Set<String> OF_LOCAL_TYPES = Set.of("final", "abstract", "strictfp");

    DeclarationStructure(SourceFile file, List<SyntaxError> errors) {
        super(file, errors);
    }

    @Override
    void check() {
        all(TypeDeclarationContext.class).forEach(type -> checkModifiers(type, type.modifier()));
        all(MethodContext.class).forEach(method -> checkMemberModifiers(method, method.modifier()));
        all(FieldContext.class).forEach(field -> checkMemberModifiers(field, field.modifier()));
        all(AnnotationMemberContext.class).forEach(member -> checkMemberModifiers(member, member.modifier()));
        all(ConstructorContext.class).forEach(this::checkConstructor);
        all(CompactConstructorContext.class).forEach(this::checkCompactConstructor);
        all(FieldContext.class).forEach(this::checkField);
        all(InitializerBlockContext.class).forEach(this::checkInitializer);
        all(LocalTypeContext.class).forEach(this::checkLocalType);
        all(RecordDeclarationContext.class).forEach(this::checkComponents);
        checkImports();
        checkVariableModifiers();
    }

    private void checkModifiers(ParserRuleContext declaration, List<ModifierContext> modifiers) {
        Set<String> seen = new HashSet<>();
        for (ModifierContext modifier : modifiers) {
            if (modifier.annotation() == null && !seen.add(modifier.getText())) {
                report(modifier, "'" + modifier.getText() + "' stands here twice");
            }
        }
    }

    private void checkMemberModifiers(ParserRuleContext declaration, List<ModifierContext> modifiers) {
        checkModifiers(declaration, modifiers);
        for (ModifierContext modifier : modifiers) {
            if (OF_TYPES_ALONE.contains(modifier.getText())) {
                report(modifier, "'" + modifier.getText() + "' stands before a class or an interface only");
            }
        }
    }

    private void checkVariableModifiers() {
        for (VariableModifierContext modifier : all(VariableModifierContext.class)) {
            ParserRuleContext parent = modifier.getParent();
            boolean isLater = false;
            for (VariableModifierContext other : parent.getRuleContexts(VariableModifierContext.class)) {
                if (other == modifier) {
                    break;
                }
                isLater |= other.getText().equals("final");
            }
            if (isLater && modifier.getText().equals("final")) {
                report(modifier, "'final' stands here twice");
            }
        }
    }

    private void checkConstructor(ConstructorContext constructor) {
        checkMemberModifiers(constructor, constructor.modifier());
        ParserRuleContext owner = owner(constructor);
        if (!constructor.identifier().getText().equals(nameOf(owner)) || owner instanceof InterfaceDeclarationContext) {
            report(constructor.identifier(), "'" + constructor.identifier().getText() + "' is neither the type's constructor nor a method with a result type");
        }
    }

    private void checkCompactConstructor(CompactConstructorContext constructor) {
        checkMemberModifiers(constructor, constructor.modifier());
        ParserRuleContext owner = owner(constructor);
        if (!(owner instanceof RecordDeclarationContext) || !constructor.identifier().getText().equals(nameOf(owner))) {
            report(constructor.identifier(), "parameters are missing: only a record's constructor has none");
        }
    }

    private void checkField(FieldContext field) {
        ParserRuleContext owner = owner(field);
        boolean isStatic = field.modifier().stream().anyMatch(modifier -> modifier.getText().equals("static"));
        if (owner instanceof RecordDeclarationContext && !isStatic) {
            report(field, "a record has no fields but its components and static ones");
        }
        if (owner instanceof InterfaceDeclarationContext) {
            checkValues(field.variables());
        }
    }

    private void checkValues(VariablesContext variables) {
        for (VariableContext variable : variables.variable()) {
            if (variable.initializer() == null) {
                report(variable, "a constant of an interface needs a value");
            }
        }
    }

    private void checkInitializer(InitializerBlockContext block) {
        ParserRuleContext owner = owner(block);
        boolean isInstance = !Nodes.hasWord(block, "static");
        if (owner instanceof InterfaceDeclarationContext || owner instanceof RecordDeclarationContext && isInstance) {
            report(block, "an initializer cannot stand in " + (owner instanceof RecordDeclarationContext ? "a record" : "an interface"));
        }
    }

    private void checkLocalType(LocalTypeContext local) {
        for (ModifierContext modifier : local.typeDeclaration().modifier()) {
            if (modifier.annotation() == null && !OF_LOCAL_TYPES.contains(modifier.getText())) {
                report(modifier, "a type in a block cannot be " + modifier.getText());
            }
        }
        if (local.typeDeclaration().annotationDeclaration() != null) {
            report(local, "an annotation type cannot stand in a block");
        }
    }

    private void checkComponents(RecordDeclarationContext record) {
        if (record.parameters() != null) {
            for (ParserRuleContext parameter : Nodes.within(record.parameters(), VariableModifierContext.class)) {
                if (parameter.getText().equals("final")) {
                    report(parameter, "a record's component has no modifiers");
                }
            }
        }
    }

    private void checkImports() {
        for (ImportDeclarationContext declaration : all(ImportDeclarationContext.class)) {
            if (declaration.wildcard() == null && declaration.qualifiedName().identifier().size() < 2) {
                report(declaration, "an import names a package and a type");
            }
        }
        for (AnnotationMemberContext member : all(AnnotationMemberContext.class)) {
            if (member.variables() != null) {
                checkValues(member.variables());
            }
        }
    }

    /** The declaration whose member it is; null for the body of an anonymous class or an enum's constant. */
    private static ParserRuleContext owner(ParserRuleContext member) {
        ParserRuleContext parent = member.getParent().getParent();
        return parent instanceof ClassBodyContext ? parent.getParent() : parent;
    }

    private static String nameOf(ParserRuleContext owner) {
        TypeIdentifierContext name = owner.getRuleContext(TypeIdentifierContext.class, 0);
        return name == null ? "" : name.getText();
    }
}
