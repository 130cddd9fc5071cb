/** Maps that static initializers fill, by keys that are hashed by their identity. */
package small.library;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

public final class IdentityKeys {
    enum Suit { CLUBS, DIAMONDS, HEARTS, SPADES }

    private static final class Key {
    }

    private static final Key KEY = new Key();
    private static final Map<Suit, String> BY_SUIT = new HashMap<>();
    private static final Map<Object, String> BY_CLASS = new HashMap<>();
    private static final Map<Object, String> BY_IDENTITY = new IdentityHashMap<>();
    private static final Set<Object> SET = Set.of(KEY, Suit.CLUBS, "text");
    private static final Map<Suit, Integer> BY_ORDINAL = new EnumMap<>(Suit.class);

    static {
        for (Suit suit : Suit.values()) {
            BY_SUIT.put(suit, suit.name().toLowerCase());
            BY_ORDINAL.put(suit, suit.ordinal());
        }
        BY_CLASS.put(String.class, "string");
        BY_CLASS.put(KEY, "key");
        BY_IDENTITY.put(KEY, "identity");
        BY_IDENTITY.put(String.class, "class");
    }

    public static void main(String[] arguments) {
        System.out.println(BY_SUIT.get(Suit.HEARTS) + " " + BY_SUIT.containsKey(Suit.SPADES) + " " + BY_SUIT.size()); //= hearts true 4
        System.out.println(BY_CLASS.get(String.class) + " " + BY_CLASS.get(KEY) + " " + BY_CLASS.get(Integer.class)); //= string key null
        System.out.println(BY_IDENTITY.get(KEY) + " " + BY_IDENTITY.get(String.class)); //= identity class
        System.out.println(SET.contains(KEY) + " " + SET.contains(Suit.CLUBS) + " " + SET.contains(Suit.SPADES)); //= true true false
        System.out.println(BY_ORDINAL.get(Suit.DIAMONDS)); //= 1
        BY_SUIT.put(Suit.HEARTS, "red");
        System.out.println(BY_SUIT.get(Suit.HEARTS) + " " + BY_SUIT.size()); //= red 4
    }
}
