/** HashMap, LinkedHashMap, TreeMap, EnumMap, IdentityHashMap. */
package small.library;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public final class Maps {
    enum Color { RED, GREEN, BLUE }

    /** All in one bin, which becomes a tree. */
    record Colliding(int number) implements Comparable<Colliding> {
        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public int compareTo(Colliding other) {
            return Integer.compare(number, other.number);
        }
    }

    public static void main(String[] arguments) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : "the quick brown fox jumps over the lazy dog the end".split(" ")) {
            words.merge(word, 1, Integer::sum);
        }
        System.out.println(words); //= {over=1, the=3, quick=1, lazy=1, jumps=1, end=1, brown=1, dog=1, fox=1}
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            groups.computeIfAbsent("k" + i % 3, key -> new ArrayList<>()).add(i);
        }
        groups.forEach((key, value) -> System.out.print(key + value + " "));
        System.out.println(); //= k0[0, 3, 6, 9] k1[1, 4, 7] k2[2, 5, 8] 
        Map<Integer, String> ordered = new LinkedHashMap<>();
        for (int i = 9; i > 0; i--) {
            ordered.put(i * 7 % 10, "v" + i);
        }
        ordered.entrySet().removeIf(entry -> entry.getKey() % 2 == 0);
        System.out.println(ordered + " " + ordered.keySet()); //= {3=v9, 9=v7, 5=v5, 1=v3, 7=v1} [3, 9, 5, 1, 7]
        TreeMap<String, Integer> tree = new TreeMap<>(Map.of("b", 1, "a", 2, "c", 3));
        System.out.println(tree.descendingMap() + " " + tree.floorKey("bb") + " " + tree.headMap("b", true)); //= {c=3, b=1, a=2} b {a=2, b=1}
        EnumMap<Color, Integer> colors = new EnumMap<>(Color.class);
        colors.put(Color.BLUE, 3);
        colors.put(Color.RED, 1);
        System.out.println(colors + " " + colors.containsKey(Color.GREEN)); //= {RED=1, BLUE=3} false
        Map<Colliding, Integer> bin = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            bin.put(new Colliding(i), i);
        }
        bin.remove(new Colliding(50));
        System.out.println(bin.size() + " " + bin.get(new Colliding(77)) + " " + bin.get(new Colliding(50))); //= 99 77 null
        Map<String, Integer> identities = new IdentityHashMap<>();
        String twin = new String("a");
        identities.put("a", 1);
        identities.put(twin, 2);
        System.out.println(identities.size() + " " + identities.get(twin)); //= 2 2
    }
}
