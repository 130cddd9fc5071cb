/** Commons Collections: bags, tries, multi-valued and two-way maps, ordered sets and iterators over the words of a text of Debian. */
package libraries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.apache.commons.collections4.Bag;
import org.apache.commons.collections4.BidiMap;
import org.apache.commons.collections4.CollectionUtils;
import org.apache.commons.collections4.IterableUtils;
import org.apache.commons.collections4.IteratorUtils;
import org.apache.commons.collections4.ListUtils;
import org.apache.commons.collections4.MultiValuedMap;
import org.apache.commons.collections4.OrderedMapIterator;
import org.apache.commons.collections4.bag.TreeBag;
import org.apache.commons.collections4.bidimap.TreeBidiMap;
import org.apache.commons.collections4.comparators.ComparatorChain;
import org.apache.commons.collections4.comparators.ReverseComparator;
import org.apache.commons.collections4.iterators.PermutationIterator;
import org.apache.commons.collections4.list.TreeList;
import org.apache.commons.collections4.map.Flat3Map;
import org.apache.commons.collections4.map.LRUMap;
import org.apache.commons.collections4.map.LinkedMap;
import org.apache.commons.collections4.map.MultiKeyMap;
import org.apache.commons.collections4.multimap.ArrayListValuedHashMap;
import org.apache.commons.collections4.queue.CircularFifoQueue;
import org.apache.commons.collections4.trie.PatriciaTrie;

public final class CommonsCollections {
    private static final String TEXT = read("/usr/share/common-licenses/GPL-3");

    private static String read(String file) {
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void countWords(List<String> words) {
        Bag<String> bag = new TreeBag<>(words);
        List<String> frequent = new ArrayList<>(bag.uniqueSet());
        frequent.sort(new ComparatorChain<>(Arrays.asList(new ReverseComparator<String>(Comparator.comparingInt(bag::getCount)), Comparator.<String>naturalOrder())));
        System.out.println(bag.size() + " " + bag.uniqueSet().size() + " " + bag.getCount("software") + " " + frequent.subList(0, 15));
        PatriciaTrie<Integer> trie = new PatriciaTrie<>();
        bag.uniqueSet().forEach(word -> trie.put(word, bag.getCount(word)));
        System.out.println(trie.prefixMap("distribut") + " " + trie.firstKey() + " " + trie.lastKey() + " " + trie.selectKey("licencing"));
    }

    private static void maps(List<String> words) {
        MultiValuedMap<Character, String> byLetter = new ArrayListValuedHashMap<>();
        words.stream().distinct().filter(word -> word.length() > 11).forEach(word -> byLetter.put(word.charAt(0), word));
        System.out.println(byLetter.size() + " " + byLetter.keySet().size() + " " + byLetter.get('c'));
        BidiMap<String, Integer> numbers = new TreeBidiMap<>();
        for (int i = 0; i < 30; i++) {
            numbers.put(words.get(i * 31), i);
        }
        System.out.println(numbers.size() + " " + numbers.getKey(17) + " " + numbers.inverseBidiMap().get(3) + " " + numbers.removeValue(5) + " " + numbers);
        LRUMap<String, Integer> recent = new LRUMap<>(6);
        words.subList(0, 400).forEach(word -> recent.merge(word, 1, Integer::sum));
        System.out.println(recent + " " + recent.isFull());
        LinkedMap<String, Integer> linked = new LinkedMap<>();
        words.subList(100, 120).forEach(word -> linked.put(word, word.length()));
        OrderedMapIterator<String, Integer> position = linked.mapIterator();
        while (position.hasNext()) {
            position.next();
            if (position.getValue() < 4) {
                position.remove();
            }
        }
        System.out.println(linked + " " + linked.indexOf(linked.lastKey()) + " " + linked.previousKey(linked.lastKey()));
        MultiKeyMap<Integer, String> grid = new MultiKeyMap<>();
        for (int i = 0; i < 20; i++) {
            grid.put(i % 4, i % 5, words.get(i));
        }
        Map<String, Integer> few = new Flat3Map<>();
        words.subList(0, 5).forEach(word -> few.put(word, few.size()));
        System.out.println(grid.get(2, 3) + " " + grid.size() + " " + grid.containsKey(5, 5) + " " + few.size());
    }

    private static void sequences(List<String> words) {
        TreeList<String> list = new TreeList<>();
        for (int i = 0; i < 2000; i++) {
            list.add(i * 7919 % (list.size() + 1), words.get(i));
        }
        long hash = 0;
        for (String word : list) {
            hash = hash * 31 + word.hashCode();
        }
        System.out.println(list.size() + " " + hash + " " + list.indexOf("freedom") + " " + list.remove(1000));
        CircularFifoQueue<String> last = new CircularFifoQueue<>(5);
        last.addAll(words);
        System.out.println(last + " " + last.get(2) + " " + ListUtils.longestCommonSubsequence(words.subList(0, 60), words.subList(40, 120)));
        Iterator<List<Integer>> permutations = new PermutationIterator<>(List.of(1, 2, 3, 4));
        System.out.println(IteratorUtils.size(permutations) + " " + IteratorUtils.toList(new PermutationIterator<>(List.of('a', 'b', 'c'))));
        Collection<String> first = words.subList(0, 50);
        Collection<String> second = words.subList(30, 90);
        System.out.println(CollectionUtils.subtract(first, second).size() + " " + CollectionUtils.intersection(first, second) + " " + CollectionUtils.disjunction(first, second).size());
        System.out.println(IterableUtils.toString(IterableUtils.skippingIterable(IterableUtils.loopingIterable(List.of(1, 2)).iterator().hasNext() ? List.of(7, 8, 9) : List.of(), 1)));
        try {
            CollectionUtils.get(list, 5000);
        } catch (IndexOutOfBoundsException e) {
            System.out.println("no such element");
        }
    }

    public static void main(String[] arguments) {
        List<String> words = Arrays.stream(TEXT.split("[^A-Za-z]+")).filter(word -> !word.isEmpty()).map(word -> word.toLowerCase()).toList();
        countWords(words);
        maps(words);
        sequences(words);
    }
}
