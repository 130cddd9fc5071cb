/** The current VMCS of this CPU, field by field. Intel SDM vol. 3, section 25.11.2. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.annotation.Inline;

/** Each method is one instruction. The caller knows that its VMCS is current and that the processor has the field. */
public final class Vmcs {
    private static final int SHORT_MASK = 0xffff;

    private Vmcs() {
    }

    @Inline
    public static int read(Field16 field) {
        return (int) Processor.vmRead(field.encoding()) & SHORT_MASK;
    }

    @Inline
    public static int read(Field32 field) {
        return (int) Processor.vmRead(field.encoding());
    }

    @Inline
    public static int read(ReadOnly32 field) {
        return (int) Processor.vmRead(field.encoding());
    }

    @Inline
    public static long read(Field64 field) {
        return Processor.vmRead(field.encoding());
    }

    @Inline
    public static long read(ReadOnly64 field) {
        return Processor.vmRead(field.encoding());
    }

    @Inline
    public static long read(FieldNatural field) {
        return Processor.vmRead(field.encoding());
    }

    @Inline
    public static long read(ReadOnlyNatural field) {
        return Processor.vmRead(field.encoding());
    }

    @Inline
    public static void write(Field16 field, int value) {
        Processor.vmWrite(field.encoding(), value & SHORT_MASK);
    }

    @Inline
    public static void write(Field32 field, int value) {
        Processor.vmWrite(field.encoding(), Integer.toUnsignedLong(value));
    }

    @Inline
    public static void write(Field64 field, long value) {
        Processor.vmWrite(field.encoding(), value);
    }

    @Inline
    public static void write(FieldNatural field, long value) {
        Processor.vmWrite(field.encoding(), value);
    }
}
