/** The JDK's own tree map, lists, deque, priority queue, bit set and tokenizer: code that was not written for this compiler. */
package large;

public final class JdkCollections {
    private static void maps() {
        java.util.TreeMap<String, Integer> map = new java.util.TreeMap<>();
        for (int i = 0; i < 500; i++) {
            map.put("k" + i * 7919 % 1009, i);
        }
        for (int i = 0; i < 500; i += 3) {
            map.remove("k" + i);
        }
        System.out.println(map.size() + " " + map.firstKey() + " " + map.lastKey() + " " + map.ceilingKey("k5") + " " + map.headMap("k3").size());
        //= 418 k1 k998 k5 80
        long hash = 0;
        for (java.util.Map.Entry<String, Integer> entry : map.entrySet()) {
            hash = hash * 31 + entry.getKey().hashCode() + entry.getValue();
        }
        System.out.println(hash); //= -2722338360728791601
        System.out.println(map.headMap("k105")); //= {k1=244, k10=422, k100=184, k1001=66, k1002=310, k1005=33, k1006=277, k101=428, k104=151}
    }

    private static void lists() {
        java.util.LinkedList<Integer> linked = new java.util.LinkedList<>();
        java.util.ArrayList<Integer> list = new java.util.ArrayList<>();
        for (int i = 0; i < 50; i++) {
            linked.addFirst(i);
            linked.addLast(-i);
            list.add(i * 17 % 31);
        }
        linked.removeFirst();
        System.out.println(linked.size() + " " + linked.get(17) + " " + linked.indexOf(-3)); //= 99 31 52
        java.util.Collections.reverse(list);
        System.out.println(list.subList(3, 9) + " " + list.contains(30) + " " + list.indexOf(5)); //= [7, 21, 4, 18, 1, 15] true 25
        try {
            list.get(50);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage()); //= Index 50 out of bounds for length 50
        }
        try {
            for (Integer x : list) {
                list.remove(x);
            }
        } catch (java.util.ConcurrentModificationException e) {
            System.out.println("changed while it was iterated"); //= changed while it was iterated
        }
    }

    private static void queues() {
        java.util.ArrayDeque<Integer> deque = new java.util.ArrayDeque<>();
        java.util.PriorityQueue<Integer> queue = new java.util.PriorityQueue<>();
        for (int i = 0; i < 300; i++) {
            deque.push(i);
            if (i % 3 == 0) {
                deque.pollLast();
            }
            queue.add(i * 7919 % 307);
        }
        System.out.println(deque.size() + " " + deque.peekFirst() + " " + deque.peekLast()); //= 200 299 100
        long sum = 0;
        while (!queue.isEmpty()) {
            sum = sum * 3 + queue.poll();
        }
        System.out.println(sum); //= 461944920432305528
    }

    public static void main(String[] arguments) {
        maps();
        lists();
        queues();
        java.util.BitSet bits = new java.util.BitSet();
        for (int i = 0; i < 1000; i += 7) {
            bits.set(i);
        }
        bits.flip(10, 50);
        System.out.println(bits.cardinality() + " " + bits.nextSetBit(500)); //= 171 504
        java.util.StringTokenizer words = new java.util.StringTokenizer("a b  c,d", " ,");
        while (words.hasMoreTokens()) {
            System.out.println(words.nextToken());
            //= a
            //= b
            //= c
            //= d
        }
    }
}
