/** A row of the hypercall table. */
package org.peaberry.kernel.hypercall;

final class HypercallRow {
    final int number;
    final String name;
    final Hypercall handler;
    final Permission permission;

    HypercallRow(int number, String name, Hypercall handler, Permission permission) {
        this.number = number;
        this.name = name;
        this.handler = handler;
        this.permission = permission;
    }
}
