/** Maps of the image with keys whose hash codes are not those of the build host: they are filled again when a Linux program starts. */
package org.peaberry.runtime.jdk;

import java.util.Map;

import org.peaberry.runtime.annotation.Shared;

/** Such keys are hashed by their identity, as enum constants and classes are, or by what they hold. The compiler fills the fields. */
public final class HostMaps {
    @Shared(reason = "written by the compiler")
    private static Map<Object, Object>[] maps;
    /** What Set.of made: elements, each at the first free place from that of its hash code on. */
    @Shared(reason = "written by the compiler")
    private static Object[][] sets;
    /** What Map.of made: the same with keys, each before its value. */
    @Shared(reason = "written by the compiler")
    private static Object[][] tables;

    private HostMaps() {
    }

    /** Called before the program's main method; {@link #fillAgain} is called in its place where there are such maps. */
    public static void start() {
    }

    static void fillAgain() {
        for (Map<Object, Object> map : maps) {
            fillAgain(map);
        }
        for (Object[] elements : sets) {
            fillAgain(elements, 1);
        }
        for (Object[] table : tables) {
            fillAgain(table, 2);
        }
    }

    private static void fillAgain(Map<Object, Object> map) {
        Object[] entries = map.entrySet().toArray();
        map.clear();
        for (Object entry : entries) {
            Map.Entry<?, ?> each = (Map.Entry<?, ?>) entry;
            map.put(each.getKey(), each.getValue());
        }
    }

    /** As java.util.ImmutableCollections of JDK 17 places them. */
    private static void fillAgain(Object[] table, int step) {
        Object[] before = table.clone();
        for (int i = 0; i < table.length; i++) {
            table[i] = null;
        }
        for (int i = 0; i < before.length; i += step) {
            if (before[i] != null) {
                int place = Math.floorMod(before[i].hashCode(), table.length / step) * step;
                while (table[place] != null) {
                    place = (place + step) % table.length;
                }
                System.arraycopy(before, i, table, place, step);
            }
        }
    }
}
