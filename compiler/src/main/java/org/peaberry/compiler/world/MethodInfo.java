/** A method of the closed world. */
package org.peaberry.compiler.world;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Type;
import org.peaberry.runtime.annotation.HiddenFrame;

public final class MethodInfo {
    private final ClassInfo owner;
    private final MethodNode node;
    private final Types types;
    private List<ClassInfo> argumentTypes;
    private MethodInfo substitute;
    private Graph graph;

    MethodInfo(ClassInfo owner, MethodNode node, Types types) {
        this.owner = owner;
        this.node = node;
        this.types = types;
    }

    public ClassInfo owner() {
        return owner;
    }

    public String name() {
        return node.name;
    }

    public String descriptor() {
        return node.desc;
    }

    public MethodNode node() {
        return node;
    }

    /** Line of its first statement, or 0 when it has none. */
    public int firstLine() {
        for (AbstractInsnNode instruction : node.instructions) {
            if (instruction instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    /** Types of what is passed: the receiver first, for an instance method. Loaded when first asked for. */
    public List<ClassInfo> argumentTypes() {
        if (argumentTypes == null) {
            List<ClassInfo> all = new ArrayList<>();
            if (!isStatic()) {
                all.add(owner);
            }
            all.addAll(types.parameterTypes(owner, node.desc));
            argumentTypes = List.copyOf(all);
        }
        return argumentTypes;
    }

    /** Descriptors of {@link #argumentTypes}, which loads nothing. */
    List<String> argumentDescriptors() {
        List<String> descriptors = new ArrayList<>();
        if (!isStatic()) {
            descriptors.add(owner.descriptor());
        }
        for (org.objectweb.asm.Type type : org.objectweb.asm.Type.getArgumentTypes(node.desc)) {
            descriptors.add(type.getDescriptor());
        }
        return descriptors;
    }

    /** IR types of {@link #argumentTypes}. */
    public List<Type> argumentIrTypes() {
        return argumentTypes().stream().map(t -> t.memoryKind().type()).toList();
    }

    public ClassInfo returnType() {
        return types.returnType(owner, node.desc);
    }

    public Type returnIrType() {
        ClassInfo returns = returnType();
        return returns.memoryKind() == null ? Type.VOID : returns.memoryKind().type();
    }

    public boolean isStatic() {
        return Modifier.isStatic(node.access);
    }

    public boolean isAbstract() {
        return Modifier.isAbstract(node.access);
    }

    public boolean isNative() {
        return Modifier.isNative(node.access);
    }

    public boolean isFinal() {
        return Modifier.isFinal(node.access);
    }

    public boolean isPrivate() {
        return Modifier.isPrivate(node.access);
    }

    public boolean isConstructor() {
        return name().equals("<init>");
    }

    /** Whether a call of it is dispatched on the receiver's class. */
    public boolean isVirtual() {
        return !isStatic() && !isPrivate() && !isConstructor();
    }

    /** The method of a substitution class that is compiled in the place of this one, or null. */
    public MethodInfo substitute() {
        return substitute;
    }

    void setSubstitute(MethodInfo method) {
        substitute = method;
    }

    /** The annotation of that type, or null. */
    public AnnotationNode annotation(Class<?> type) {
        return Annotations.find(node.visibleAnnotations, type);
    }

    public boolean hasAnnotation(Class<?> type) {
        return annotation(type) != null;
    }

    /** Whether stack traces leave it out. */
    public boolean isHidden() {
        return hasAnnotation(HiddenFrame.class);
    }

    /** Its IR, once the front end made it; passes change it in place. */
    public Graph graph() {
        return graph;
    }

    public void setGraph(Graph newGraph) {
        graph = newGraph;
    }

    /** Linker symbol: {@code org.example.Main.run(I)V}. An @Entrypoint has its own symbol beside it. */
    public String symbol() {
        return owner.binaryName() + "." + node.name + node.desc;
    }

    /** {@code org.example.Main.run}, for messages and stack traces. */
    public String displayName() {
        return owner.binaryName() + "." + node.name;
    }

    @Override
    public String toString() {
        return symbol();
    }
}
