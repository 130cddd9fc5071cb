/** A small piece of work as kernels do it, of which there is a twin in C (src/main/c/kernels) with the same result. */
package org.peaberry.bench.kernels;

public interface Kernel {
    /** Does the work once, some milliseconds of it, the same every time; returns what proves that it was done. */
    long run();
}
