/** Requests of which one in eight fails three calls deep. */
package org.peaberry.bench.kernels;

final class ExceptionPath implements Kernel {
    private static final int REQUESTS = 20_000;
    private static final int LEAST = 1 << 28;

    /** A failed request; without a trace, as on a path that is not exceptional. */
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        private final int code;

        Failure(int code) {
            super(null, null, false, false);
            this.code = code;
        }
    }

    private static int check(int argument) throws Failure {
        if (argument < LEAST) {
            throw new Failure(argument & 0xff);
        }
        return argument & 0xffff;
    }

    private static int decode(int argument, int[] counters) throws Failure {
        int value = check(argument);
        counters[value & 7]++;
        return value;
    }

    private static int serve(int argument, int[] counters) throws Failure {
        return decode(argument, counters) + decode(~argument >>> 1 | LEAST, counters);
    }

    @Override
    public long run() {
        Sequence sequence = new Sequence(29);
        int[] counters = new int[8];
        long sum = 0;
        for (int i = 0; i < REQUESTS; i++) {
            try {
                sum = sum * 31 + serve(sequence.next(), counters);
            } catch (Failure failure) {
                sum = sum * 31 - failure.code;
            }
        }
        return sum + counters[3];
    }
}
