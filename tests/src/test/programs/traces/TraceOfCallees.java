/** Traces through constructors, interfaces, nested classes, recursion and handlers. */
package traces;

public final class TraceOfCallees {
    interface Task {
        void run(int depth);
    }

    static final class Deep implements Task {
        private final Task next;

        Deep(Task next) {
            this.next = next;
            if (next == null) {
                throw new IllegalArgumentException("no next");
            }
        }

        @Override
        public void run(int depth) {
            if (depth == 0) {
                next.run(0);
            } else {
                run(depth - 1);
            }
        }
    }

    static final class Failing implements Task {
        static class Inner {
            static void fail(String message) {
                throw new UnsupportedOperationException(message);
            }
        }

        @Override
        public void run(int depth) {
            try {
                Inner.fail("inner " + depth);
            } finally {
                System.out.println("finally");
            }
        }
    }

    static void wrap(Task task) {
        try {
            task.run(2);
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException("wrapped");
        }
    }

    public static void main(String[] arguments) {
        try {
            new Deep(null);
        } catch (IllegalArgumentException e) {
            System.out.println("constructor");
            e.printStackTrace();
        }
        try {
            new Deep(new Failing()).run(3);
        } catch (UnsupportedOperationException e) {
            System.out.println("recursion");
            e.printStackTrace();
        }
        try {
            wrap(new Failing());
        } catch (IllegalStateException e) {
            System.out.println("wrapped");
            e.printStackTrace();
        }
        RuntimeException made = new RuntimeException("made here");
        try {
            throw made;
        } catch (RuntimeException e) {
            System.out.println("made");
            e.printStackTrace();
        }
    }
}
