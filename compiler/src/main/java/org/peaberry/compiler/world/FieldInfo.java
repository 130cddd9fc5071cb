/** A field of the closed world. */
package org.peaberry.compiler.world;

import java.lang.reflect.Modifier;

import org.objectweb.asm.tree.FieldNode;
import org.peaberry.compiler.ir.MemoryKind;

public final class FieldInfo {
    private final ClassInfo owner;
    private final FieldNode node;
    private final Types types;
    private ClassInfo type;

    FieldInfo(ClassInfo owner, FieldNode node, Types types) {
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

    public FieldNode node() {
        return node;
    }

    /** Loaded when it is first asked for. */
    public ClassInfo type() {
        if (type == null) {
            type = types.declaredType(owner, node.desc);
        }
        return type;
    }

    /** How a value is held in memory. */
    public MemoryKind memoryKind() {
        return type().memoryKind();
    }

    public boolean isStatic() {
        return Modifier.isStatic(node.access);
    }

    public boolean isFinal() {
        return Modifier.isFinal(node.access);
    }

    /** Dotted, for messages. */
    @Override
    public String toString() {
        return owner.binaryName() + "." + name();
    }
}
