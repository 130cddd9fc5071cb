/** Threads for files, with stacks that deep trees fit in. */
package org.peaberry.verifier.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class Workers implements AutoCloseable {
    private static final long STACK_SIZE = 64L << 20;

    private final ExecutorService pool;

    Workers() {
        pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(null, task, "verifier", STACK_SIZE);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Results in the order of the tasks. */
    <T> List<T> run(List<Callable<T>> tasks) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
