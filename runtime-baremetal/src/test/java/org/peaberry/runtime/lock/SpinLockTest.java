/** The ticket lock: exclusion among threads, and its errors. */
package org.peaberry.runtime.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpinLockTest {
    private static final int ROUNDS = 2_000;

    private final SpinLock lock = new SpinLock();
    private int counter;

    @Test
    void onlyOneHolderAtATime() throws InterruptedException {
        Thread other = new Thread(this::count);
        other.start();
        count();
        other.join();
        assertEquals(2 * ROUNDS, counter);
        assertFalse(lock.isHeld());
    }

    private void count() {
        for (int i = 0; i < ROUNDS; i++) {
            lock.acquire();
            counter++;
            lock.release();
        }
    }

    @Test
    void aHeldLockIsNotTakenByTrying() {
        assertTrue(lock.tryAcquire());
        assertFalse(lock.tryAcquire());
        lock.release();
        assertTrue(lock.tryAcquire());
    }

    @Test
    void releasingWhatIsNotHeldIsAnException() {
        assertThrows(IllegalStateException.class, lock::release);
    }
}
