/** An access through null has its own line in the trace, whichever instruction finds it out. */
package traces;

public final class TraceOfNullAccesses {
    static class Node {
        int value;
        Node next;
        int[] elements;

        int twice() {
            return value * 2;
        }
    }

    static final class Leaf extends Node {
        @Override
        int twice() {
            return value;
        }
    }

    static int sum(Node one,
            Node other) {
        return one.value
                + other.value;
    }

    static void copy(Node one, Node other) {
        one.value =
                other.next
                        .value;
    }

    static int element(Node node, int i) {
        return node
                .elements
                [i];
    }

    static int call(Node node) {
        return node.next
                .twice();
    }

    static int covered(Node node) {
        try {
            return node.value
                    + node.next.value;
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    static void trace(Runnable code) {
        try {
            code.run();
        } catch (NullPointerException e) {
            e.printStackTrace();
        }
    }

    public static void main(String[] arguments) {
        Node node = arguments.length == 0 ? new Node() : new Leaf();
        trace(() -> sum(node, null));
        trace(() -> sum(null, node));
        trace(() -> sum(null, null));
        trace(() -> copy(null, node));
        trace(() -> copy(null, null));
        node.next = new Leaf();
        trace(() -> copy(null, node));
        trace(() -> element(node, 0));
        trace(() -> element(null, 0));
        trace(() -> call(node.next));
        trace(() -> call(null));
        trace(() -> covered(node.next));
        trace(() -> covered(null));
        System.out.println("end");     //= end
    }
}
