/** The pairing heap of timers against a sorted list. */
package org.peaberry.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TimerQueueTest {
    private final TimerQueue queue = new TimerQueue();
    private final List<Recorder> fired = new ArrayList<>();

    private final class Recorder extends Timer {
        @Override
        protected void expired(long now) {
            fired.add(this);
        }
    }

    @Test
    void emptyQueueHasNoDeadline() {
        assertEquals(TimerQueue.NEVER, queue.nextDeadline());
        queue.expire(Long.MAX_VALUE - 1);
    }

    @Test
    void timerSetAgainKeepsOnlyItsLastDeadline() {
        Recorder timer = new Recorder();
        queue.set(timer, 10);
        queue.set(timer, 30);
        queue.expire(20);
        assertEquals(List.of(), fired);
        queue.expire(30);
        assertEquals(List.of(timer), fired);
        assertFalse(timer.isActive());
    }

    @Test
    void expiringTimerMaySetItselfAgain() {
        Timer periodic = new Timer() {
            @Override
            protected void expired(long now) {
                fired.add(new Recorder());
                queue.set(this, deadline() + 10);
            }
        };
        queue.set(periodic, 10);
        queue.expire(35);
        assertEquals(3, fired.size());
        assertEquals(40, queue.nextDeadline());
    }

    @Property(tries = 300)
    void timersExpireInOrderAndCancelledOnesNever(
            @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 999) Integer> steps) {
        fired.clear();
        TimerQueue mine = new TimerQueue();
        List<Recorder> timers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            timers.add(new Recorder());
        }
        List<Recorder> active = new ArrayList<>();
        for (int step : steps) {
            Recorder timer = timers.get(step % 16);
            active.remove(timer);
            if (step % 5 == 0) {
                mine.cancel(timer);
            } else {
                mine.set(timer, step);
                active.add(timer);
            }
            long earliest = active.stream().mapToLong(Timer::deadline).min().orElse(TimerQueue.NEVER);
            assertEquals(earliest, mine.nextDeadline());
        }
        mine.expire(1000);
        assertEquals(active.size(), fired.size());
        for (int i = 1; i < fired.size(); i++) {
            assertFalse(fired.get(i).deadline() < fired.get(i - 1).deadline(), "out of order");
        }
    }
}
