/** A few hundred megabytes' worth of short-lived objects. */
package small.program;

public final class ManyAllocations {
    static final class Node {
        final Node next;
        final long value;

        Node(Node next, long value) {
            this.next = next;
            this.value = value;
        }
    }

    public static void main(String[] arguments) {
        long sum = 0;
        for (int round = 0; round < 1000; round++) {
            Node list = null;
            for (int i = 0; i < 1000; i++) {
                list = new Node(list, i ^ round);
            }
            for (Node n = list; n != null; n = n.next) {
                sum += n.value;
            }
        }
        System.out.println(sum); //= 511213536
    }
}
