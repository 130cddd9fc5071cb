/** Classes of reference values, as far as the instruction that makes them tells. */
package org.peaberry.compiler.pass.type;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.World;

/** Declared types are those javac checked: variables of a class type hold objects of that class. */
public final class StaticTypes {
    /** Phis of phis that are followed. */
    private static final int DEEPEST_MERGE = 6;

    private final World world;
    /** Phis whose type is being asked for: a loop's leads to itself. */
    private final Set<Instruction> merging = new HashSet<>();

    public StaticTypes(World world) {
        this.world = world;
    }

    /** The class of the object itself, or null when that is not known. */
    public ClassInfo exactType(Instruction value) {
        return switch (value.opcode()) {
            case NEW, NEW_ARRAY -> value.attribute(ClassInfo.class);
            case OBJECT -> classOf(value.attribute());
            default -> {
                ClassInfo declared = declaredType(value);
                yield declared != null && !declared.isArray() && declared.isFinal() ? declared : null;
            }
        };
    }

    private ClassInfo classOf(Object hostObject) {
        if (hostObject instanceof ClassInfo || hostObject.getClass().isHidden() || Proxy.isProxyClass(hostObject.getClass())) {
            return null;
        }
        return world.imageType(hostObject);
    }

    /** A class that the object is an instance of, unless it is null; null when nothing is known. */
    public ClassInfo declaredType(Instruction value) {
        return switch (value.opcode()) {
            case NEW, NEW_ARRAY, CHECK_CAST -> value.attribute(ClassInfo.class);
            case OBJECT -> classOf(value.attribute());
            case GET_FIELD, GET_STATIC -> value.attribute(FieldInfo.class).type();
            case CALL -> value.attribute(Invocation.class).method().returnType();
            case PARAMETER -> parameterType(value);
            case ARRAY_LOAD -> elementType(declaredType(value.operand(0)));
            case PHI -> mergedType(value);
            default -> null;
        };
    }

    private static ClassInfo elementType(ClassInfo array) {
        return array != null && array.isArray() ? array.component() : null;
    }

    /** The most general one of the types that come together, if it is one of them. Phis that are being asked add nothing that is not counted already. */
    private ClassInfo mergedType(Instruction phi) {
        if (merging.size() == DEEPEST_MERGE) {
            return null;
        }
        merging.add(phi);
        List<ClassInfo> types = new ArrayList<>();
        for (Instruction operand : phi.operands()) {
            if (operand.opcode() != Opcode.NULL && !merging.contains(operand)) {
                types.add(declaredType(operand));
            }
        }
        merging.remove(phi);
        if (types.contains(null)) {
            return null;
        }
        return types.stream().filter(type -> types.stream().allMatch(other -> other.isSubtypeOf(type))).findFirst().orElse(null);
    }

    private static ClassInfo parameterType(Instruction parameter) {
        var position = parameter.position();
        return position == null || position.method() == null ? null
                : position.method().argumentTypes().get(parameter.attribute(Integer.class));
    }

    /** Whether the value, when it is not null, certainly is of that class. */
    public boolean isInstance(Instruction value, ClassInfo type) {
        if (value.opcode() == Opcode.NULL) {
            return true;
        }
        ClassInfo known = declaredType(value);
        return known != null && (known.isSubtypeOf(type) || world.isEveryInstance(known, type));
    }
}
