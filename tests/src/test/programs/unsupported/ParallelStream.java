/** A parallel stream. */
package unsupported;

import java.util.List;

public final class ParallelStream {
    static long count(List<Integer> numbers) {
        return numbers.parallelStream().count(); //! error Threads are not in the dialect
    }

    public static void main(String[] arguments) {
        count(List.of(arguments.length));
    }
}
