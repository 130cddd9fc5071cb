/** Finds spin locks that are held, anywhere in the objects that can be reached from one. */
package org.peaberry.kernel.traps;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.peaberry.runtime.lock.SpinLock;

final class HeldLocks {
    private HeldLocks() {
    }

    static List<SpinLock> reachableFrom(Object root) {
        List<SpinLock> held = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SpinLock lock && lock.isHeld()) {
                held.add(lock);
            }
            if (next instanceof Object[] array) {
                for (Object element : array) {
                    push(open, element);
                }
            } else if (next.getClass().getName().startsWith("org.peaberry.")) {
                pushFields(open, next);
            }
        }
        return held;
    }

    private static void pushFields(Deque<Object> open, Object holder) {
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive() && type.getName().startsWith("org.peaberry.")) {
                    push(open, valueOf(field, holder));
                }
            }
        }
    }

    private static Object valueOf(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static void push(Deque<Object> open, Object value) {
        if (value != null) {
            open.push(value);
        }
    }
}
