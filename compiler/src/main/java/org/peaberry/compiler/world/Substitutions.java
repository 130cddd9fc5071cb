/** Methods and fields of the runtime that stand in for those of JDK classes. */
package org.peaberry.compiler.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

/** Found by their annotations in one package of the runtime. */
final class Substitutions {
    private static final String PACKAGE = "org/peaberry/runtime/jdk";

    private final Types types;
    private final Map<String, String> substitutionOf = new HashMap<>();
    private final List<String> classesWithFields = new ArrayList<>();
    private final Map<FieldInfo, FieldInfo> fields = new LinkedHashMap<>();

    Substitutions(Types types, ClassPath classPath) {
        this.types = types;
        for (String name : classPath.classesIn(PACKAGE)) {
            ClassNode node = new ClassNode();
            new ClassReader(classPath.find(name)).accept(node, ClassReader.SKIP_CODE);
            var annotation = Annotations.find(node.visibleAnnotations, Substitution.class);
            if (annotation != null) {
                String original = ((String) Annotations.element(annotation, "value")).replace('.', '/');
                substitutionOf.put(original, name);
                if (node.fields.stream().anyMatch(field -> Annotations.find(field.visibleAnnotations, Substitute.class) != null)) {
                    classesWithFields.add(original);
                }
            }
        }
    }

    /** Marks what is replaced in a class that was just loaded. */
    void applyTo(ClassInfo original) {
        String name = substitutionOf.get(original.name());
        if (name == null) {
            return;
        }
        ClassInfo substitution = types.classNamed(name);
        for (MethodInfo method : substitution.methods()) {
            if (method.hasAnnotation(Substitute.class)) {
                applyTo(original, method);
            }
        }
        for (FieldInfo field : substitution.fields()) {
            FieldInfo replaced = original.declaredField(field.name());
            if (Annotations.find(field.node().visibleAnnotations, Substitute.class) != null && replaced != null) {
                fields.put(replaced, field);
            }
        }
    }

    private static void applyTo(ClassInfo original, MethodInfo substitute) {
        boolean found = false;
        for (MethodInfo candidate : original.methods()) {
            if (matches(candidate, substitute)) {
                candidate.setSubstitute(substitute);
                found = true;
            }
        }
        if (!found) {
            throw new org.peaberry.compiler.driver.CompilerError("error: " + substitute.displayName() + substitute.descriptor()
                    + " substitutes a method that " + original.binaryName() + " does not have. Correct the name or the parameters");
        }
    }

    private static boolean matches(MethodInfo candidate, MethodInfo substitute) {
        String name = candidate.isConstructor() ? "constructor" : candidate.name();
        return name.equals(substitute.name()) && takesArguments(substitute.argumentDescriptors(), candidate);
    }

    /** A receiver whose class the runtime cannot name is an Object to it. */
    private static boolean takesArguments(List<String> substitute, MethodInfo candidate) {
        List<String> original = candidate.argumentDescriptors();
        if (substitute.size() != original.size() || substitute.isEmpty()) {
            return substitute.equals(original);
        }
        boolean takesReceiver = substitute.get(0).equals(original.get(0)) || !candidate.isStatic() && substitute.get(0).equals("Ljava/lang/Object;");
        return takesReceiver && substitute.subList(1, substitute.size()).equals(original.subList(1, original.size()));
    }

    /** Fields that are replaced, with what is used in their place; loads the classes that have such fields. */
    Map<FieldInfo, FieldInfo> allFields() {
        classesWithFields.forEach(types::classNamed);
        return fields;
    }

    /** The field that is used in the place of another, or null. */
    FieldInfo fieldFor(FieldInfo field) {
        return fields.get(field);
    }
}
