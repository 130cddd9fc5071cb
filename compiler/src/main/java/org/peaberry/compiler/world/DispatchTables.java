/** Places in dispatch tables for the methods that are called virtually. */
package org.peaberry.compiler.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A class method's slot is introduced by the topmost class that declares it, and inherited. Interface selectors get colours: two that
 * some class implements both have different ones.
 */
final class DispatchTables {
    private final Map<MethodInfo, Integer> slots = new HashMap<>();
    private final Map<String, Integer> colours = new TreeMap<>();
    private final Map<ClassInfo, Integer> slotCounts = new HashMap<>();
    private final Map<ClassInfo, Map<Integer, MethodInfo>> introduced = new HashMap<>();
    private final Map<String, List<ClassInfo>> interfacesOf = new TreeMap<>();
    private int colourCount;

    DispatchTables(Collection<MethodInfo> virtualCalls, Collection<ClassInfo> instantiated) {
        Map<ClassInfo, List<MethodInfo>> introductions = new HashMap<>();
        List<MethodInfo> calls = new ArrayList<>(virtualCalls);
        calls.sort(Comparator.comparing(MethodInfo::symbol));
        for (MethodInfo call : calls) {
            if (call.owner().isInterface()) {
                interfacesOf.computeIfAbsent(selector(call), s -> new ArrayList<>()).add(call.owner());
            } else {
                MethodInfo topmost = topmost(call);
                List<MethodInfo> list = introductions.computeIfAbsent(topmost.owner(), c -> new ArrayList<>());
                if (!list.contains(topmost)) {
                    list.add(topmost);
                }
            }
        }
        List<ClassInfo> sorted = new ArrayList<>(instantiated);
        sorted.sort(Comparator.comparing(ClassInfo::name));
        introductions.keySet().stream().sorted(Comparator.comparing(ClassInfo::name)).forEach(c -> assign(c, introductions));
        sorted.forEach(c -> assign(c, introductions));
        colour(sorted);
    }

    private static String selector(MethodInfo method) {
        return method.name() + method.descriptor();
    }

    private static MethodInfo topmost(MethodInfo method) {
        MethodInfo topmost = method;
        for (ClassInfo type = method.owner().superclass(); type != null; type = type.superclass()) {
            MethodInfo above = type.declaredMethod(method.name(), method.descriptor());
            if (above != null && above.isVirtual()) {
                topmost = above;
            }
        }
        return topmost;
    }

    /** Slots a class has, its superclasses' included. */
    private int assign(ClassInfo type, Map<ClassInfo, List<MethodInfo>> introductions) {
        Integer known = slotCounts.get(type);
        if (known != null) {
            return known;
        }
        int count = type.superclass() == null ? 0 : assign(type.superclass(), introductions);
        Map<Integer, MethodInfo> own = new LinkedHashMap<>();
        for (MethodInfo method : introductions.getOrDefault(type, List.of())) {
            own.put(count, method);
            slots.put(method, count++);
        }
        introduced.put(type, own);
        slotCounts.put(type, count);
        return count;
    }

    private void colour(List<ClassInfo> instantiated) {
        Map<ClassInfo, List<Integer>> taken = new HashMap<>();
        interfacesOf.forEach((selector, owners) -> {
            List<ClassInfo> users = instantiated.stream().filter(c -> owners.stream().anyMatch(c::isSubtypeOf)).toList();
            int colour = 0;
            while (isTaken(colour, users, taken)) {
                colour++;
            }
            for (ClassInfo user : users) {
                taken.computeIfAbsent(user, c -> new ArrayList<>()).add(colour);
            }
            colours.put(selector, colour);
            colourCount = Math.max(colourCount, colour + 1);
        });
    }

    private static boolean isTaken(int colour, List<ClassInfo> users, Map<ClassInfo, List<Integer>> taken) {
        return users.stream().anyMatch(u -> taken.getOrDefault(u, List.of()).contains(colour));
    }

    /** Slot of a method called at a class type. */
    int slot(MethodInfo method) {
        return slots.get(topmost(method));
    }

    /** Colour of a method called at an interface type. */
    int colour(MethodInfo method) {
        return colours.get(selector(method));
    }

    /** Words that stand before every TypeInformation. */
    int colourCount() {
        return colourCount;
    }

    int slotCount(ClassInfo type) {
        return slotCounts.getOrDefault(type, 0);
    }

    /** The method a slot of an instantiated class dispatches, before selection. */
    MethodInfo methodOfSlot(ClassInfo type, int slot) {
        for (ClassInfo each = type; each != null; each = each.superclass()) {
            MethodInfo method = introduced.getOrDefault(each, Map.of()).get(slot);
            if (method != null) {
                return method;
            }
        }
        throw new IllegalStateException(type + " has no slot " + slot);
    }

    /** The interface methods of a colour that an instantiated class must answer, or null: by resolution at one of the called interfaces. */
    MethodInfo methodOfColour(ClassInfo type, int colour) {
        for (Map.Entry<String, Integer> entry : colours.entrySet()) {
            if (entry.getValue() == colour) {
                for (ClassInfo owner : interfacesOf.get(entry.getKey())) {
                    if (type.isSubtypeOf(owner)) {
                        return declared(owner, entry.getKey());
                    }
                }
            }
        }
        return null;
    }

    private static MethodInfo declared(ClassInfo owner, String selector) {
        for (MethodInfo method : owner.methods()) {
            if (selector(method).equals(selector)) {
                return method;
            }
        }
        throw new IllegalStateException(owner + " does not declare " + selector);
    }
}
