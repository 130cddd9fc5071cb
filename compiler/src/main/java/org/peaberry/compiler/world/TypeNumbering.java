/** Numbers types so that a subtype test is one comparison, and interfaces so that it is one bit. */
package org.peaberry.compiler.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** See {@link org.peaberry.runtime.object.TypeInformation}. */
final class TypeNumbering {
    private final Map<ClassInfo, Integer> ids = new HashMap<>();
    private final Map<ClassInfo, Integer> lastIds = new HashMap<>();
    private final Map<ClassInfo, Integer> interfaceBits = new HashMap<>();
    private final Map<ClassInfo, List<ClassInfo>> children = new HashMap<>();
    private int next;

    TypeNumbering(Collection<ClassInfo> types) {
        List<ClassInfo> sorted = new ArrayList<>(types);
        sorted.sort(Comparator.comparing(ClassInfo::name));
        List<ClassInfo> roots = new ArrayList<>();
        for (ClassInfo type : sorted) {
            if (hasBit(type)) {
                interfaceBits.put(type, interfaceBits.size());
            }
            if (type.isInterface() || type.isPrimitive()) {
                continue;
            }
            if (type.superclass() == null) {
                roots.add(type);
            } else {
                children.computeIfAbsent(type.superclass(), c -> new ArrayList<>()).add(type);
            }
        }
        roots.forEach(this::number);
        for (ClassInfo type : sorted) {
            if (!ids.containsKey(type)) {
                ids.put(type, next);
                lastIds.put(type, next++);
            }
        }
    }

    /** Interfaces, and arrays whose innermost element is an interface: their subtypes are no range of numbers. */
    private static boolean hasBit(ClassInfo type) {
        ClassInfo element = type;
        while (element.isArray()) {
            element = element.component();
        }
        return element.isInterface();
    }

    private void number(ClassInfo type) {
        ids.put(type, next++);
        children.getOrDefault(type, List.of()).forEach(this::number);
        lastIds.put(type, next - 1);
    }

    int id(ClassInfo type) {
        return ids.get(type);
    }

    int lastId(ClassInfo type) {
        return lastIds.get(type);
    }

    /** -1 for types that are not interfaces. */
    int interfaceBit(ClassInfo type) {
        return interfaceBits.getOrDefault(type, -1);
    }

    /** Bits of all interfaces that a type implements. */
    byte[] interfaceBits(ClassInfo type) {
        byte[] bits = new byte[interfaceBits.size() + Byte.SIZE - 1 >> 3];
        interfaceBits.forEach((each, bit) -> {
            if (type.isSubtypeOf(each)) {
                bits[bit >> 3] |= (byte) (1 << (bit & 7));
            }
        });
        return bits;
    }
}
