/** The entries that describe methods: what is declared once, however often the code was inlined. */
package org.peaberry.compiler.debug;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.objectweb.asm.Type;
import org.peaberry.compiler.world.LocalVariable;
import org.peaberry.compiler.world.LocalVariables;
import org.peaberry.compiler.world.MethodInfo;

final class MethodEntries {
    /** DW_INL_inlined. */
    private static final int INLINED = 1;

    /**
     * A method's entry, which its code refers to as its origin.
     *
     * @param variables entries of its parameters and variables, parameters first
     */
    record Declaration(Entry entry, Map<LocalVariable, Entry> variables) {
    }

    private final Units units;
    private final TypeEntries types;
    private final Map<MethodInfo, Declaration> declarations = new HashMap<>();

    MethodEntries(Units units, TypeEntries types) {
        this.units = units;
        this.types = types;
    }

    Declaration of(MethodInfo method) {
        Declaration known = declarations.get(method);
        if (known == null) {
            known = declare(method);
            declarations.put(method, known);
        }
        return known;
    }

    private Declaration declare(MethodInfo method) {
        Entry entry = units.of(method.owner()).entry().add(Tag.SUBPROGRAM).text(Attribute.NAME, method.displayName());
        entry.number(Attribute.DECLARATION_FILE, 0);
        if (method.firstLine() > 0) {
            entry.number(Attribute.DECLARATION_LINE, method.firstLine());
        }
        Entry result = types.ofValue(Type.getReturnType(method.descriptor()).getDescriptor());
        if (result != null) {
            entry.reference(Attribute.TYPE, result);
        }
        entry.flag(Attribute.EXTERNAL).number(Attribute.INLINE, INLINED);
        return new Declaration(entry, declareVariables(method, entry));
    }

    /** Variables of the same name and type in different scopes are one: Java lets none hide another. */
    private Map<LocalVariable, Entry> declareVariables(MethodInfo method, Entry entry) {
        Map<LocalVariable, Entry> entries = new LinkedHashMap<>();
        for (LocalVariable parameter : LocalVariables.parameters(method)) {
            if (parameter != null) {
                entries.put(parameter, declare(parameter, entry));
            }
        }
        for (LocalVariables.Scope scope : LocalVariables.of(method)) {
            if (!scope.variable().isParameter() && !entries.containsKey(scope.variable())) {
                entries.put(scope.variable(), declare(scope.variable(), entry));
            }
        }
        return entries;
    }

    private Entry declare(LocalVariable variable, Entry method) {
        Tag tag = variable.isParameter() ? Tag.FORMAL_PARAMETER : Tag.VARIABLE;
        return method.add(tag).text(Attribute.NAME, variable.name()).reference(Attribute.TYPE, types.ofValue(variable.descriptor()));
    }
}
