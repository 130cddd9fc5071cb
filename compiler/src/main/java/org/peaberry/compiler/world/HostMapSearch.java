/** Finds the maps in the image heap that the build host filled by hash codes which the image's objects do not have. */
package org.peaberry.compiler.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

import org.peaberry.compiler.heap.HeapScan;

/** Hash codes are alike for the classes of {@link #STABLE}; of all others they may depend on an identity. */
final class HostMapSearch {
    private static final Set<Class<?>> STABLE = Set.of(String.class, Integer.class, Long.class, Short.class, Byte.class, Character.class, Boolean.class,
            Double.class, Float.class, BigInteger.class);
    private static final List<Class<?>> HASHED = List.of(HashMap.class, ConcurrentHashMap.class, WeakHashMap.class);
    private static final String SET = "java/util/ImmutableCollections$SetN";
    private static final String MAP = "java/util/ImmutableCollections$MapN";

    private final List<Object> maps = new ArrayList<>();
    private final List<Object> sets = new ArrayList<>();
    private final List<Object> tables = new ArrayList<>();
    private int searched;

    /** Looks at the objects that were found since; whether there was such a map among them. */
    boolean continueIn(HeapScan heap) {
        boolean found = false;
        for (; searched < heap.objects().size(); searched++) {
            found |= add(heap.objects().get(searched), heap);
        }
        return found;
    }

    private boolean add(Object object, HeapScan heap) {
        ClassInfo type = heap.typeOfObject(object);
        if (type.name().equals(SET) && isUnstable((Collection<?>) object)) {
            return sets.add(table(object, type.declaredField("elements"), heap));
        }
        if (type.name().equals(MAP) && isUnstable(((Map<?, ?>) object).keySet())) {
            return tables.add(table(object, type.declaredField("table"), heap));
        }
        boolean isHashed = object instanceof IdentityHashMap<?, ?> identities && !identities.isEmpty()
                || HASHED.stream().anyMatch(hashed -> hashed.isInstance(object)) && isUnstable(((Map<?, ?>) object).keySet());
        return isHashed && maps.add(object);
    }

    private static Object table(Object object, FieldInfo field, HeapScan heap) {
        return heap.host().fieldValue(field, object);
    }

    private static boolean isUnstable(Collection<?> keys) {
        return Arrays.stream(keys.toArray()).anyMatch(key -> key != null && !STABLE.contains(key.getClass()));
    }

    Map<?, ?>[] maps() {
        return maps.toArray(Map<?, ?>[]::new);
    }

    Object[][] sets() {
        return sets.toArray(Object[][]::new);
    }

    Object[][] tables() {
        return tables.toArray(Object[][]::new);
    }
}
