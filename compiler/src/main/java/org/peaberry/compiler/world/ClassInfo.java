/** A class, interface, array or primitive type of the closed world. */
package org.peaberry.compiler.world;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.tree.ClassNode;
import org.peaberry.compiler.ir.MemoryKind;

/** One instance per type in a {@link World}; compare with {@code ==}. */
public final class ClassInfo {
    private final String name;
    private final ClassNode node;
    private final MemoryKind primitiveKind;
    private final ClassInfo component;
    private final List<MethodInfo> methods = new ArrayList<>();
    private final List<FieldInfo> fields = new ArrayList<>();
    private ClassInfo superclass;
    private List<ClassInfo> interfaces = List.of();
    private boolean unboxed;
    private boolean rawStructure;
    private boolean library;

    private ClassInfo(String name, ClassNode node, MemoryKind primitiveKind, ClassInfo component) {
        this.name = name;
        this.node = node;
        this.primitiveKind = primitiveKind;
        this.component = component;
    }

    static ClassInfo ofNode(ClassNode node) {
        return new ClassInfo(node.name, node, null, null);
    }

    /** @param kind null for void */
    static ClassInfo primitive(String descriptor, MemoryKind kind) {
        return new ClassInfo(descriptor, null, kind, null);
    }

    static ClassInfo array(ClassInfo component) {
        return new ClassInfo("[" + component.descriptor(), null, null, component);
    }

    void link(ClassInfo newSuperclass, List<ClassInfo> newInterfaces) {
        superclass = newSuperclass;
        interfaces = List.copyOf(newInterfaces);
    }

    void markUnboxed() {
        unboxed = true;
    }

    void markRawStructure() {
        rawStructure = true;
    }

    void markLibrary() {
        library = true;
    }

    /** Whether it came from a jar or from the JDK, so that it was not written for the dialect. */
    public boolean isLibrary() {
        return library;
    }

    /** Internal name ({@code java/lang/String}), array descriptor ({@code [I}), or primitive descriptor ({@code I}). */
    public String name() {
        return name;
    }

    /** Field descriptor of this type. */
    public String descriptor() {
        return isPrimitive() || isArray() ? name : "L" + name + ";";
    }

    /** Name as {@link Class#getName} gives it. */
    public String binaryName() {
        return name.replace('/', '.');
    }

    /** The class file; null for arrays and primitives. */
    public ClassNode node() {
        return node;
    }

    public ClassInfo superclass() {
        return superclass;
    }

    /** Direct superinterfaces. */
    public List<ClassInfo> interfaces() {
        return interfaces;
    }

    /** Methods declared here. */
    public List<MethodInfo> methods() {
        return methods;
    }

    /** Fields declared here, static ones included. */
    public List<FieldInfo> fields() {
        return fields;
    }

    public MethodInfo declaredMethod(String methodName, String descriptor) {
        for (MethodInfo method : methods) {
            if (method.name().equals(methodName) && method.descriptor().equals(descriptor)) {
                return method;
            }
        }
        return null;
    }

    public FieldInfo declaredField(String fieldName) {
        for (FieldInfo field : fields) {
            if (field.name().equals(fieldName)) {
                return field;
            }
        }
        return null;
    }

    public boolean isInterface() {
        return node != null && Modifier.isInterface(node.access);
    }

    public boolean isAbstract() {
        return node != null && Modifier.isAbstract(node.access);
    }

    public boolean isFinal() {
        return node != null && Modifier.isFinal(node.access);
    }

    public boolean isArray() {
        return component != null;
    }

    public boolean isPrimitive() {
        return node == null && component == null;
    }

    /** Element type of an array type. */
    public ClassInfo component() {
        return component;
    }

    /** {@link org.peaberry.runtime.annotation.Unboxed}: values are machine words. */
    public boolean isUnboxed() {
        return unboxed;
    }

    /** {@link org.peaberry.runtime.annotation.RawStructure}: values are addresses. */
    public boolean isRawStructure() {
        return rawStructure;
    }

    /** Values of this type are machine words (LONG), not references. */
    public boolean isWord() {
        return unboxed || rawStructure;
    }

    /** How a value of this type is held in memory; null for void. */
    public MemoryKind memoryKind() {
        if (isPrimitive()) {
            return primitiveKind;
        }
        return isWord() ? MemoryKind.LONG : MemoryKind.REFERENCE;
    }

    /** Whether a value of this type may be assigned to the other one (class, interface and array rules of Java). */
    public boolean isSubtypeOf(ClassInfo other) {
        if (this == other || !isPrimitive() && "java/lang/Object".equals(other.name)) {
            return true;
        }
        if (isArray() && other.isArray()) {
            return !component.isPrimitive() && !other.component.isPrimitive() && component.isSubtypeOf(other.component);
        }
        if (superclass != null && superclass.isSubtypeOf(other)) {
            return true;
        }
        for (ClassInfo superinterface : interfaces) {
            if (superinterface.isSubtypeOf(other)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
