/** Classes of reference values, as far as the instruction that makes them tells. */
package org.peaberry.compiler.pass;

import java.lang.reflect.Proxy;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.World;

/** Declared types are those javac checked: variables of a class type hold objects of that class. */
final class StaticTypes {
    private final World world;

    StaticTypes(World world) {
        this.world = world;
    }

    /** The class of the object itself, or null when that is not known. */
    ClassInfo exactType(Instruction value) {
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
        return world.classNamed(hostObject.getClass().getName().replace('.', '/'));
    }

    /** A class that the object is an instance of, unless it is null; null when nothing is known. */
    ClassInfo declaredType(Instruction value) {
        return switch (value.opcode()) {
            case NEW, NEW_ARRAY, CHECK_CAST -> value.attribute(ClassInfo.class);
            case OBJECT -> classOf(value.attribute());
            case GET_FIELD, GET_STATIC -> value.attribute(FieldInfo.class).type();
            case CALL -> value.attribute(Invocation.class).method().returnType();
            case PARAMETER -> parameterType(value);
            default -> null;
        };
    }

    private static ClassInfo parameterType(Instruction parameter) {
        var position = parameter.position();
        return position == null || position.method() == null ? null
                : position.method().argumentTypes().get(parameter.attribute(Integer.class));
    }

    /** Whether the value, when it is not null, certainly is of that class. */
    boolean isInstance(Instruction value, ClassInfo type) {
        if (value.opcode() == Opcode.NULL) {
            return true;
        }
        ClassInfo known = declaredType(value);
        return known != null && (known.isSubtypeOf(type) || world.isEveryInstance(known, type));
    }
}
