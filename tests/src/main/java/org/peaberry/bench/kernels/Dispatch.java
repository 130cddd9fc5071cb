/** Calls through an interface with five implementations. */
package org.peaberry.bench.kernels;

final class Dispatch implements Kernel {
    private static final int OBJECTS = 1000;
    private static final int ROUNDS = 500;

    /** What is called. */
    private interface Operation {
        long apply(long value);
    }

    /** Adds. */
    private record Add(long amount) implements Operation {
        @Override
        public long apply(long value) {
            return value + amount;
        }
    }

    /** Exclusive or. */
    private record Flip(long bits) implements Operation {
        @Override
        public long apply(long value) {
            return value ^ bits;
        }
    }

    /** Rotates. */
    private record Rotate(int distance) implements Operation {
        @Override
        public long apply(long value) {
            return Long.rotateLeft(value, distance);
        }
    }

    /** Multiplies. */
    private record Scale(long factor) implements Operation {
        @Override
        public long apply(long value) {
            return value * factor;
        }
    }

    /** Negates. */
    private record Negate() implements Operation {
        @Override
        public long apply(long value) {
            return -value;
        }
    }

    private final Operation[] operations = new Operation[OBJECTS];

    Dispatch() {
        Sequence sequence = new Sequence(23);
        for (int i = 0; i < OBJECTS; i++) {
            int random = sequence.next();
            operations[i] = switch (random % 5) {
                case 0 -> new Add(random);
                case 1 -> new Flip(random);
                case 2 -> new Rotate(random & 63);
                case 3 -> new Scale(random | 1);
                default -> new Negate();
            };
        }
    }

    @Override
    public long run() {
        long value = 1;
        for (int i = 0; i < ROUNDS; i++) {
            for (Operation operation : operations) {
                value = operation.apply(value);
            }
        }
        return value;
    }
}
