/** A field of the closed world. */
package org.peaberry.compiler.world;

import java.lang.reflect.Modifier;

import org.objectweb.asm.tree.FieldNode;

public final class FieldInfo {
    private final ClassInfo owner;
    private final FieldNode node;
    private final ClassInfo type;

    FieldInfo(ClassInfo owner, FieldNode node, ClassInfo type) {
        this.owner = owner;
        this.node = node;
        this.type = type;
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

    public ClassInfo type() {
        return type;
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
