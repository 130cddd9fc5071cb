/** Objects that refer to each other. */
package small.classes;

public final class LinkedObjects {
    static class Node {
        final int value;
        Node next;

        Node(int value, Node next) {
            this.value = value;
            this.next = next;
        }
    }

    static Node reverse(Node list) {
        Node result = null;
        while (list != null) {
            Node rest = list.next;
            list.next = result;
            result = list;
            list = rest;
        }
        return result;
    }

    public static void main(String[] arguments) {
        Node list = null;
        for (int i = 0; i < 10; i++) {
            list = new Node(i, list);
        }
        StringBuilder text = new StringBuilder();
        for (Node n = reverse(list); n != null; n = n.next) {
            text.append(n.value);
        }
        System.out.println(text); //= 0123456789
    }
}
