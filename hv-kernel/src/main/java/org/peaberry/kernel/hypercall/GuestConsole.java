/** The operator's console as domains use it. */
package org.peaberry.kernel.hypercall;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.runtime.unboxed.Address;

public interface GuestConsole {
    /** Writes characters of a domain's. */
    void write(Domain domain, Address characters, int count);

    /** Takes up to count characters that came in; returns how many. */
    int read(Domain domain, Address characters, int count);
}
