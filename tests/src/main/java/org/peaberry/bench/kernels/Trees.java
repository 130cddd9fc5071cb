/** Builds and counts binary trees. */
package org.peaberry.bench.kernels;

final class Trees implements Kernel {
    private static final int DEPTH = 12;
    private static final int TREES = 12;

    /** An inner node or a leaf. */
    private static final class Node {
        private final Node left;
        private final Node right;

        Node(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        int count() {
            return left == null ? 1 : 1 + left.count() + right.count();
        }
    }

    private static Node build(int depth) {
        return depth == 0 ? new Node(null, null) : new Node(build(depth - 1), build(depth - 1));
    }

    @Override
    public long run() {
        long sum = 0;
        for (int i = 0; i < TREES; i++) {
            sum = sum * 31 + build(DEPTH - i % 3).count();
        }
        return sum;
    }
}
