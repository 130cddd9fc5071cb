/** Runs one kernel again and again and prints its fastest run: on HotSpot, and compiled by peaberryc. */
package org.peaberry.bench.kernels;

public final class KernelMain {
    private KernelMain() {
    }

    /** Arguments: name, runs that are not timed, runs that are. Prints result and nanoseconds. */
    public static void main(String[] arguments) {
        Kernel kernel = Kernels.named(arguments[0]);
        int warmUp = Integer.parseInt(arguments[1]);
        int timed = Integer.parseInt(arguments[2]);
        long result = kernel.run();
        for (int i = 0; i < warmUp; i++) {
            check(kernel, result);
        }
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < timed; i++) {
            long start = System.nanoTime();
            check(kernel, result);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        System.out.println(result + " " + fastest);
    }

    private static void check(Kernel kernel, long expected) {
        if (kernel.run() != expected) {
            throw new IllegalStateException("the kernel gave another result");
        }
    }
}
