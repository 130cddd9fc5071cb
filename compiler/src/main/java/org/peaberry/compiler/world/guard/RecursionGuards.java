/** Makes methods with a guarded recursion limit check it, when their class is loaded. */
package org.peaberry.compiler.world.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.runtime.annotation.GuardedRecursion;
import org.peaberry.runtime.annotation.GuardedRecursions;
import org.peaberry.runtime.annotation.NoInline;
import org.peaberry.runtime.annotation.RecursionLimit;
import org.peaberry.runtime.exception.RecursionGuard;

/** Methods are numbered in the order in which they are found. A guarded method is never inlined: the proof of the stack's bound looks for its frame. */
public final class RecursionGuards {
    private final Map<String, List<AnnotationNode>> limits = new LinkedHashMap<>();
    private int methods;

    /** Reads the @GuardedRecursion of a class. */
    public void declare(ClassNode declaring) {
        AnnotationNode one = Annotations.find(declaring.visibleAnnotations, GuardedRecursion.class);
        if (one != null) {
            add(one);
        }
        Object several = Annotations.element(Annotations.find(declaring.visibleAnnotations, GuardedRecursions.class), "value");
        if (several instanceof List<?> list) {
            list.forEach(each -> add((AnnotationNode) each));
        }
    }

    /** Internal names of the classes with the methods, which must not have been loaded yet. */
    public Set<String> declared() {
        return limits.keySet();
    }

    private void add(AnnotationNode limit) {
        String type = ((String) Annotations.element(limit, "type")).replace('.', '/');
        limits.computeIfAbsent(type, name -> new ArrayList<>()).add(limit);
    }

    /** Changes the methods of a class that was just read. */
    public void applyTo(ClassNode node) {
        limits.getOrDefault(node.name, List.of()).forEach(limit -> annotate(node, limit));
        for (MethodNode method : node.methods) {
            AnnotationNode limit = Annotations.find(method.visibleAnnotations, RecursionLimit.class);
            if (Boolean.TRUE.equals(Annotations.element(limit, "isGuarded"))) {
                guard(node, method, limit);
            }
        }
    }

    /** As if the method had the annotation itself. */
    private static void annotate(ClassNode node, AnnotationNode limit) {
        Object name = Annotations.element(limit, "method");
        List<MethodNode> methods = node.methods.stream().filter(method -> method.name.equals(name) && method.instructions.size() > 0).toList();
        if (methods.isEmpty()) {
            throw new CompilerError("error: a @GuardedRecursion names the method " + node.name.replace('/', '.') + "." + name
                    + ", which the class does not declare with code. Name the class that declares it, and the method without its parameters");
        }
        methods.forEach(method -> {
            AnnotationNode own = new AnnotationNode(Type.getDescriptor(RecursionLimit.class));
            own.values = List.of("depth", Annotations.element(limit, "depth"), "reason", Annotations.element(limit, "reason"), "isGuarded", true);
            addAnnotation(method, own);
        });
    }

    private void guard(ClassNode node, MethodNode method, AnnotationNode limit) {
        if (method.name.startsWith("<")) {
            throw new CompilerError("error: the recursion limit of a constructor of " + node.name.replace('/', '.')
                    + " cannot be guarded. Guard a method that calls it or that it calls");
        }
        if (methods == RecursionGuard.METHODS) {
            throw new CompilerError("error: more than " + RecursionGuard.METHODS + " methods have a guarded recursion limit. Guard one method of each cycle of calls");
        }
        new GuardedMethod(method, methods++, (Integer) Annotations.element(limit, "depth")).write();
        addAnnotation(method, new AnnotationNode(Type.getDescriptor(NoInline.class)));
    }

    private static void addAnnotation(MethodNode method, AnnotationNode annotation) {
        if (method.visibleAnnotations == null) {
            method.visibleAnnotations = new ArrayList<>();
        }
        method.visibleAnnotations.add(annotation);
    }
}
