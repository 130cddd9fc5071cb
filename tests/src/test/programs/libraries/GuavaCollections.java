/** Guava: immutable and multi-valued collections, ranges, splitting and joining, hashing, arithmetic. */
package libraries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.math.RoundingMode;
import java.util.List;

import com.google.common.base.CaseFormat;
import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.MinMaxPriorityQueue;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Ordering;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeMultiset;
import com.google.common.collect.TreeRangeSet;
import com.google.common.hash.Hashing;
import com.google.common.math.BigIntegerMath;
import com.google.common.math.IntMath;
import com.google.common.math.LongMath;
import com.google.common.primitives.Ints;
import com.google.common.primitives.UnsignedLong;

public final class GuavaCollections {
    private static final String TEXT = read("/usr/share/common-licenses/GPL-3");

    private static String read(String file) {
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void words() {
        List<String> words = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().trimResults(CharMatcher.anyOf(".,;:()\"")).splitToList(TEXT);
        Multiset<String> counts = TreeMultiset.create(words);
        System.out.println(words.size() + " " + counts.elementSet().size() + " " + counts.count("the"));
        System.out.println(Iterables.limit(Multisets.copyHighestCountFirst(counts).elementSet(), 12));
        ArrayListMultimap<Integer, String> byLength = ArrayListMultimap.create();
        counts.elementSet().forEach(word -> byLength.put(word.length(), word));
        System.out.println(byLength.get(14) + " " + byLength.keySet().size());
        System.out.println(Joiner.on('|').skipNulls().join("a", null, "b") + " " + Lists.partition(words.subList(0, 10), 3));
    }

    private static void collections() {
        ImmutableMap<String, Integer> map = ImmutableMap.<String, Integer>builder().put("one", 1).put("two", 2).put("three", 3).put("four", 4).buildOrThrow();
        System.out.println(map + " " + map.get("three") + " " + map.get("five") + " " + HashBiMap.create(map).inverse().get(2));
        try {
            map.put("x", 1);
        } catch (UnsupportedOperationException e) {
            System.out.println("immutable");
        }
        ImmutableSortedSet<Integer> numbers = ImmutableSortedSet.of(5, 1, 4, 1, 3);
        System.out.println(numbers + " " + numbers.headSet(4) + " " + Sets.powerSet(numbers).size() + " " + Sets.cartesianProduct(numbers, numbers).size());
        TreeRangeSet<Integer> ranges = TreeRangeSet.create();
        ranges.add(Range.closedOpen(1, 10));
        ranges.add(Range.closed(20, 30));
        ranges.remove(Range.open(4, 6));
        System.out.println(ranges + " " + ranges.complement() + " " + ranges.contains(5));
        HashBasedTable<String, Integer, String> table = HashBasedTable.create();
        for (int i = 0; i < 12; i++) {
            table.put("row" + i % 3, i, "v" + i * i);
        }
        System.out.println(table.row("row1") + " " + table.column(5) + " " + table.size());
        MinMaxPriorityQueue<Integer> queue = MinMaxPriorityQueue.maximumSize(5).create();
        for (int i = 0; i < 40; i++) {
            queue.add(i * 37 % 41);
        }
        System.out.println(queue.peekFirst() + " " + queue.peekLast() + " " + Ordering.natural().reverse().sortedCopy(queue));
        System.out.println(Lists.transform(ImmutableList.of(1, 2, 3), n -> n * n) + " " + Ints.asList(3, 1, 2) + " " + Ints.max(4, 9, 2));
    }

    private static void hashes() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        System.out.println(Hashing.murmur3_128(7).hashBytes(bytes) + " " + Hashing.murmur3_32_fixed().hashBytes(bytes));
        System.out.println(Hashing.sipHash24().hashBytes(bytes) + " " + Hashing.crc32().hashBytes(bytes));
    }

    private static void arithmetic() {
        System.out.println(IntMath.gcd(123456, 7890) + " " + LongMath.binomial(60, 30) + " " + BigIntegerMath.factorial(60) + " " + LongMath.isPrime(1_000_000_007L));
        System.out.println(IntMath.sqrt(1_000_000, RoundingMode.CEILING) + " " + UnsignedLong.fromLongBits(-1).dividedBy(UnsignedLong.valueOf(10)));
        System.out.println(CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, "someCamelName") + " " + Strings.padStart("7", 3, '0') + Strings.repeat("ab", 3));
        try {
            IntMath.checkedMultiply(1 << 20, 1 << 20);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
    }

    public static void main(String[] arguments) {
        words();
        collections();
        hashes();
        arithmetic();
    }
}
