/** ThreadLocal: compiled programs have one thread, and so one value for each. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.HiddenMethod;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

/** The values stand in a table that is searched from the start: programs have few of them. */
@Substitution("java.lang.ThreadLocal")
public final class ThreadLocalSubstitution {
    @Shared(reason = "programs have one thread")
    private static ThreadLocal<?>[] keys = new ThreadLocal<?>[4];
    @Shared(reason = "programs have one thread")
    private static Object[] values = new Object[4];
    @Shared(reason = "programs have one thread")
    private static int count;

    private ThreadLocalSubstitution() {
    }

    @Substitute
    static Object get(ThreadLocal<?> self) {
        int index = find(self);
        if (index < 0) {
            index = add(self, initialValue(self));
        }
        return values[index];
    }

    @Substitute
    static void set(ThreadLocal<?> self, Object value) {
        int index = find(self);
        if (index < 0) {
            add(self, value);
        } else {
            values[index] = value;
        }
    }

    @Substitute
    static void remove(ThreadLocal<?> self) {
        int index = find(self);
        if (index >= 0) {
            count--;
            keys[index] = keys[count];
            values[index] = values[count];
            keys[count] = null;
            values[count] = null;
        }
    }

    private static int find(ThreadLocal<?> key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private static int add(ThreadLocal<?> key, Object value) {
        if (count == keys.length) {
            ThreadLocal<?>[] moreKeys = new ThreadLocal<?>[2 * count];
            Object[] moreValues = new Object[2 * count];
            System.arraycopy(keys, 0, moreKeys, 0, count);
            System.arraycopy(values, 0, moreValues, 0, count);
            keys = moreKeys;
            values = moreValues;
        }
        keys[count] = key;
        values[count] = value;
        return count++;
    }

    @HiddenMethod(owner = "java.lang.ThreadLocal", name = "initialValue")
    private static native Object initialValue(ThreadLocal<?> self);
}
