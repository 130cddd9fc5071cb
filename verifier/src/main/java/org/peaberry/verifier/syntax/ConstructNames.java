/** What a reader calls the grammar's rules. */
package org.peaberry.verifier.syntax;

import java.util.Map;

import org.antlr.v4.runtime.ParserRuleContext;

final class ConstructNames {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(DialectParser.RULE_importDeclaration, "an import"),
            Map.entry(DialectParser.RULE_classBody, "the body of a type"),
            Map.entry(DialectParser.RULE_enumDeclaration, "an enum"),
            Map.entry(DialectParser.RULE_member, "the declaration of a member"),
            Map.entry(DialectParser.RULE_method, "the declaration of a method"),
            Map.entry(DialectParser.RULE_parameters, "the parameters of a method"),
            Map.entry(DialectParser.RULE_field, "the declaration of a field"),
            Map.entry(DialectParser.RULE_type, "a type"),
            Map.entry(DialectParser.RULE_annotation, "an annotation"),
            Map.entry(DialectParser.RULE_block, "a block"),
            Map.entry(DialectParser.RULE_blockStatement, "a block"),
            Map.entry(DialectParser.RULE_statement, "a statement"),
            Map.entry(DialectParser.RULE_switchBody, "a switch"),
            Map.entry(DialectParser.RULE_expression, "an expression"),
            Map.entry(DialectParser.RULE_arguments, "the arguments of a call"),
            Map.entry(DialectParser.RULE_compilationUnit, "the types of a file"));

    private ConstructNames() {
    }

    /** " in a statement" for the innermost construct that has a name; empty when none has. */
    static String describe(ParserRuleContext innermost) {
        for (ParserRuleContext at = innermost; at != null; at = at.getParent()) {
            String name = NAMES.get(at.getRuleIndex());
            if (name != null) {
                return " in " + name;
            }
        }
        return "";
    }
}
