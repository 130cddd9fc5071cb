/** One of those that run the kernels: peaberryc's code, HotSpot, gcc's code. */
package org.peaberry.bench.compiler;

import java.util.List;

interface Contender {
    /** Makes ready what it runs. */
    void build();

    /** A command that prints the kernel's result and the nanoseconds of its fastest run. */
    List<String> command(String kernel);
}
