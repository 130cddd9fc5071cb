/** The domains by their ids. */
package org.peaberry.kernel.domain;

import org.peaberry.kernel.event.EventChannels;
import org.peaberry.kernel.event.EventDirectory;
import org.peaberry.runtime.annotation.GuardedBy;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.lock.SpinLock;

public final class DomainTable implements EventDirectory {
    /** Domains that can exist at a time; ids are below it. */
    public static final int LIMIT = 1024;

    @LockRank(10)
    private final SpinLock lock = new SpinLock();
    private final Domain[] domains = new Domain[LIMIT];
    @GuardedBy("lock")
    private int lastId;

    /** The domain with an id, or null. */
    public Domain find(int id) {
        return id >= 0 && id < LIMIT ? domains[id] : null;
    }

    @Override
    public EventChannels channelsOf(int id) {
        Domain domain = find(id);
        return domain == null || domain.state() == DomainState.DYING ? null : domain.events();
    }

    /** An id that no domain has, the one after the last if possible, so that an id is not used again soon; -1 when there is none. */
    public int freeId() {
        lock.acquire();
        try {
            for (int i = 1; i < LIMIT; i++) {
                int id = (lastId + i) % LIMIT;
                if (id != 0 && domains[id] == null) {
                    lastId = id;
                    return id;
                }
            }
            return -1;
        } finally {
            lock.release();
        }
    }

    /** @throws IllegalStateException when the id is taken */
    void add(Domain domain) {
        lock.acquire();
        try {
            if (domains[domain.id()] != null) {
                throw new IllegalStateException("domain id taken");
            }
            domains[domain.id()] = domain;
        } finally {
            lock.release();
        }
    }

    void remove(Domain domain) {
        lock.acquire();
        try {
            domains[domain.id()] = null;
        } finally {
            lock.release();
        }
    }
}
