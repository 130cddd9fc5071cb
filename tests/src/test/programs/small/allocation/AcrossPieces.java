/** Allocation goes on when the piece of memory in use is full, and no value in a register is lost. */
package small.allocation;

public final class AcrossPieces {
    private static final int ROUNDS = 40_000;

    private static final class Node {
        private final Node next;
        private final long weight;
        private final int[] tail;

        Node(Node next, long weight, int[] tail) {
            this.next = next;
            this.weight = weight;
            this.tail = tail;
        }
    }

    private static int lengthFor(int i) {
        return i % 7 == 0 ? 300 : i % 5;
    }

    private static long mixed(int seed) {
        long a = seed;
        long b = seed * 3L;
        long c = seed ^ 0x5555;
        int d = seed + 1;
        double e = seed * 0.5;
        double f = seed + 0.25;
        Node list = null;
        for (int i = 0; i < ROUNDS; i++) {
            int[] tail = new int[lengthFor(i)];
            if (tail.length > 2) {
                tail[2] = i;
            }
            list = new Node(list, a ^ b, tail);
            byte[] bytes = new byte[i & 63];
            a = a * 31 + b + bytes.length;
            b = b * 17 + c + tail.length;
            c = c + d;
            d = d + (int) a;
            e = e * 0.5 + f;
            f = f * 0.25 + 1 + new Object[3].length;
        }
        long sum = a + b + c + d + (long) (e * 1000) + (long) (f * 1000);
        for (Node node = list; node != null; node = node.next) {
            sum = sum * 31 + node.weight;
            for (int element : node.tail) {
                sum = sum * 31 + element;
            }
        }
        return sum;
    }

    private static String failing(int length) {
        try {
            return "made " + new long[length].length;
        } catch (NegativeArraySizeException e) {
            return e.getMessage();
        }
    }

    public static void main(String[] arguments) {
        System.out.println(mixed(1));
        System.out.println(mixed(20));
        System.out.println(failing(-7));
        System.out.println(failing(65_536));
        System.out.println(failing(65_537));
        System.out.println(failing(3_000_000));
        System.out.println(new byte[200_000][].length);
    }
}
