/** Where a domain is in its life. */
package org.peaberry.kernel.domain;

public enum DomainState {
    /** Its vCPUs may run. */
    ALIVE,
    /** It stopped and keeps its memory until it is destroyed. */
    SHUT_DOWN,
    /** Its memory and channels are being given back. */
    DYING
}
