/** The operator's console as domains use it. */
package org.peaberry.kernel.hypercall;

import org.peaberry.kernel.domain.Domain;

public interface GuestConsole {
    /** {@link #read} when no character has come in. */
    int NOTHING = -1;

    /** Writes a character of a domain's, 0..255. */
    void write(Domain domain, int character);

    /** Takes the next character that came in, or {@link #NOTHING}. */
    int read(Domain domain);
}
