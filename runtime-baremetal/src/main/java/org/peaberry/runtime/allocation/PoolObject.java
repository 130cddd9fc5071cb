/** An object that a {@link Pool} hands out. */
package org.peaberry.runtime.allocation;

public abstract class PoolObject {
    /** Next in the pool's free list. */
    PoolObject nextFree;
    /** Whether it is handed out. */
    boolean inUse;
}
