/** Static fields in which JDK code keeps offsets for Unsafe: the image has its own layout, so they are not what the build host found. */
package org.peaberry.compiler.world;

import java.util.HashMap;
import java.util.Map;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Recognized by the static initializer: {@code OFFSET = U.objectFieldOffset(Owner.class, "field")}. */
final class UnsafeOffsets {
    private static final String UNSAFE = "jdk/internal/misc/Unsafe";
    private static final String OF_FIELD = "objectFieldOffset";
    private static final String BY_NAME = "(Ljava/lang/Class;Ljava/lang/String;)J";

    private final Types types;
    private final Map<ClassInfo, Map<String, FieldInfo>> offsets = new HashMap<>();

    UnsafeOffsets(Types types) {
        this.types = types;
    }

    /** The field whose offset a static field holds, or null. */
    synchronized FieldInfo fieldOf(FieldInfo offset) {
        if (!offset.isStatic() || !offset.node().desc.equals("J") || !offset.owner().isLibrary()) {
            return null;
        }
        return offsets.computeIfAbsent(offset.owner(), this::find).get(offset.name());
    }

    private Map<String, FieldInfo> find(ClassInfo owner) {
        Map<String, FieldInfo> found = new HashMap<>();
        MethodInfo initializer = owner.declaredMethod("<clinit>", "()V");
        if (initializer != null) {
            for (AbstractInsnNode instruction : initializer.node().instructions) {
                if (instruction instanceof MethodInsnNode call && call.owner.equals(UNSAFE) && call.name.equals(OF_FIELD) && call.desc.equals(BY_NAME)) {
                    add(call, found);
                }
            }
        }
        return found;
    }

    private void add(MethodInsnNode call, Map<String, FieldInfo> found) {
        AbstractInsnNode name = step(call, false);
        AbstractInsnNode type = step(name, false);
        AbstractInsnNode target = step(call, true);
        if (constant(name) instanceof String text && constant(type) instanceof Type declaring && target.getOpcode() == Opcodes.PUTSTATIC) {
            found.put(((FieldInsnNode) target).name, types.typeOf(declaring.getDescriptor()).declaredField(text));
        }
    }

    /** The next or previous instruction, over labels and line numbers. */
    private static AbstractInsnNode step(AbstractInsnNode from, boolean forward) {
        AbstractInsnNode at = from;
        do {
            at = forward ? at.getNext() : at.getPrevious();
        } while (at.getOpcode() < 0);
        return at;
    }

    private static Object constant(AbstractInsnNode instruction) {
        return instruction instanceof LdcInsnNode load ? load.cst : null;
    }
}
