/** Uses of the JDK's classes in a file: in imports, as types, and as what a static member belongs to. */
package org.peaberry.verifier.rules.language;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.FileModel;
import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ClassTypeContext;
import org.peaberry.verifier.syntax.DialectParser.FieldAccessContext;
import org.peaberry.verifier.syntax.DialectParser.ImportDeclarationContext;
import org.peaberry.verifier.syntax.DialectParser.NameContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryExpressionContext;

/** @param name qualified */
record JdkUse(ParserRuleContext node, String name) {
    /** In the order of the text, imports first; what only runs on the host and what stands in for the JDK is left out. */
    @SuppressWarnings("unchecked")
    static List<JdkUse> find(FileModel model) {
        return (List<JdkUse>) model.fact("uses of the JDK", () -> search(model));
    }

    private static List<JdkUse> search(FileModel model) {
        List<JdkUse> uses = new ArrayList<>();
        if (model.isSubstitution()) {
            return uses;
        }
        boolean isHosted = model.types().stream().allMatch(type -> model.isHosted(type.declaration()));
        if (!isHosted) {
            for (ImportDeclarationContext declaration : model.file().all(ImportDeclarationContext.class)) {
                String wildcard = declaration.wildcard() == null ? "" : ".";
                add(uses, declaration, declaration.qualifiedName().getText() + wildcard);
            }
        }
        for (ClassTypeContext type : model.file().all(ClassTypeContext.class)) {
            addUnlessHosted(uses, model, type, model.resolver().resolve(type, model.typeAround(type)));
        }
        for (NameContext name : model.file().all(NameContext.class)) {
            boolean isTarget = name.getParent().getParent() instanceof CallContext
                    || name.getParent().getParent() instanceof FieldAccessContext;
            if (isTarget && model.typing().isTypeName((PrimaryExpressionContext) name.getParent())) {
                addUnlessHosted(uses, model, name, model.typeOf((PrimaryExpressionContext) name.getParent()));
            }
        }
        for (FieldAccessContext access : model.file().all(FieldAccessContext.class)) {
            if (access.getText().startsWith("java.") && model.typing().isTypeName(access)) {
                addUnlessHosted(uses, model, access, model.typeOf(access));
            }
        }
        return uses;
    }

    private static void addUnlessHosted(List<JdkUse> uses, FileModel model, ParserRuleContext node, Type type) {
        if (isOfJdk(type.name()) && !model.isHosted(node)) {
            uses.add(new JdkUse(node, type.name()));
        }
    }

    private static void add(List<JdkUse> uses, ParserRuleContext node, String name) {
        if (isOfJdk(name)) {
            uses.add(new JdkUse(node, name));
        }
    }

    private static boolean isOfJdk(String name) {
        return name.startsWith("java.");
    }

    /** Whether the class is in a package or one below it. */
    boolean isIn(String packageName) {
        return name.startsWith(packageName + ".");
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
