/** Which domains may make a hypercall at all. */
package org.peaberry.kernel.hypercall;

enum Permission {
    ANY_DOMAIN,
    PRIVILEGED_DOMAIN
}
