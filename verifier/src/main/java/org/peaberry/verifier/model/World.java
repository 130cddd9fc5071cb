/** All source files that are looked at together, and the types they declare. */
package org.peaberry.verifier.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.peaberry.verifier.syntax.DialectParser.AnnotationContext;
import org.peaberry.verifier.tree.SourceFile;

public final class World {
    private final List<FileModel> files = new ArrayList<>();
    private final Map<String, TypeDeclaration> types = new LinkedHashMap<>();
    private final Map<TypeDeclaration, List<TypeDeclaration>> subtypes = new HashMap<>();
    private final Map<String, FileModel> packages = new HashMap<>();
    private final Map<String, TypeDeclaration> substitutions = new HashMap<>();

    private final Map<Method, List<Method>> promises = new ConcurrentHashMap<>();
    private final Map<Method, Set<Method>> targets = new ConcurrentHashMap<>();
    private final CallGraph calls = new CallGraph();
    private final Map<String, Object> facts = new HashMap<>();

    public World(List<SourceFile> sources) {
        for (SourceFile source : sources) {
            FileModel model = new FileModel(source, this);
            files.add(model);
            model.types().forEach(type -> types.putIfAbsent(type.name(), type));
            if (source.name().endsWith("package-info.java")) {
                packages.put(source.packageName(), model);
            }
        }
        for (FileModel model : files) {
            for (TypeDeclaration type : model.types()) {
                addRelations(type);
            }
        }
    }

    private void addRelations(TypeDeclaration type) {
        for (TypeDeclaration above : type.withSupertypes()) {
            subtypes.computeIfAbsent(above, key -> new ArrayList<>()).add(type);
        }
        AnnotationContext substitution = Annotations.find(type.declaration(), "Substitution");
        if (substitution != null) {
            substitutions.put(Annotations.text(substitution, "value"), type);
        }
    }

    /** Whether compiled code has the body of a substitution in a method's place. */
    public boolean isSubstituted(Method method) {
        TypeDeclaration substitution = method == null ? null : substitutions.get(method.owner().name());
        if (substitution == null) {
            return false;
        }
        for (Method other : substitution.methods().getOrDefault(method.name(), List.of())) {
            int receiver = method.isStatic() ? 0 : 1;
            if (other.hasAnnotation("Substitute") && other.parameters().size() == method.parameters().size() + receiver) {
                return true;
            }
        }
        return false;
    }

    /** Who calls whom. */
    public CallGraph calls() {
        return calls;
    }

    /** The methods that must not allocate. */
    public NoAllocationCode noAllocationCode() {
        return (NoAllocationCode) fact("no allocation", () -> new NoAllocationCode(this, calls));
    }

    /** Something that is found out about all files once, when it is first asked for. */
    public synchronized Object fact(String name, Supplier<Object> search) {
        Object fact = facts.get(name);
        if (fact == null) {
            fact = search.get();
            facts.put(name, fact);
        }
        return fact;
    }

    public List<FileModel> files() {
        return files;
    }

    /** The type of this qualified name, or null when no file declares it. */
    public TypeDeclaration type(String name) {
        return types.get(name);
    }

    /** The file with a package's annotations, or null. */
    public FileModel packageFile(String packageName) {
        return packages.get(packageName);
    }

    /** A type and all below it. */
    public List<TypeDeclaration> subtypes(TypeDeclaration type) {
        return subtypes.getOrDefault(type, List.of(type));
    }

    /** The bodies that a call of a method can end in: its own and those that types below have for it, of their own or from above. */
    public Set<Method> targets(Method method) {
        return targets.computeIfAbsent(method, this::findTargets);
    }

    /** A method and those above that it overrides: what they promise, it keeps. */
    public List<Method> promises(Method method) {
        return promises.computeIfAbsent(method, World::findPromises);
    }

    private static List<Method> findPromises(Method method) {
        List<Method> found = new ArrayList<>(List.of(method));
        if (!method.isStatic() && !method.isConstructor()) {
            method.owner().findMethods(method.name()).stream()
                    .filter(above -> !above.equals(method) && above.isOverridable() && above.hasParametersOf(method)).forEach(found::add);
        }
        return found;
    }

    private Set<Method> findTargets(Method method) {
        Set<Method> found = new LinkedHashSet<>();
        found.add(method);
        if (method.isOverridable()) {
            for (TypeDeclaration type : subtypes(method.owner())) {
                type.findMethods(method.name()).stream()
                        .filter(other -> other.body() != null && other.hasParametersOf(method)).findFirst().ifPresent(found::add);
            }
        }
        return found;
    }
}
