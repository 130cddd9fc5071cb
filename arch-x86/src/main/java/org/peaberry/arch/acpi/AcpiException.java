/** An ACPI structure is missing or damaged; the message says which. */
package org.peaberry.arch.acpi;

public final class AcpiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AcpiException(String message) {
        super(message);
    }
}
