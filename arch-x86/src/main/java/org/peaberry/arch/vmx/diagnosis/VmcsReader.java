/** Where the fields of the VMCS under diagnosis come from, and the memory that it points to. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.ReadOnly32;
import org.peaberry.arch.vmx.ReadOnlyNatural;
import org.peaberry.arch.vmx.VmcsField;

public abstract class VmcsReader {
    private static final long LOW_16 = 0xffff;
    private static final long LOW_32 = 0xffff_ffffL;

    /** The field with an encoding, in as many low bits as it has. Undefined when the processor lacks it. */
    protected abstract long raw(int encoding);

    /** Physical address of the VMCS itself. */
    public abstract long region();

    /** Whether {@link #memoryInt} may be asked for this physical address. */
    public abstract boolean canReadMemory(long physical);

    /** Four bytes of physical memory. */
    public abstract int memoryInt(long physical);

    public final int read(Field16 field) {
        return (int) unsigned(field);
    }

    public final int read(Field32 field) {
        return (int) raw(field.encoding());
    }

    public final int read(ReadOnly32 field) {
        return (int) raw(field.encoding());
    }

    public final long read(Field64 field) {
        return raw(field.encoding());
    }

    public final long read(FieldNatural field) {
        return raw(field.encoding());
    }

    public final long read(ReadOnlyNatural field) {
        return raw(field.encoding());
    }

    /** Any field, without sign. */
    public final long unsigned(VmcsField field) {
        long value = raw(field.encoding());
        return switch (field.width()) {
            case BITS_16 -> value & LOW_16;
            case BITS_32 -> value & LOW_32;
            case BITS_64, NATURAL -> value;
        };
    }

    /** Eight bytes of physical memory. */
    public final long memoryLong(long physical) {
        return memoryInt(physical) & LOW_32 | (long) memoryInt(physical + Integer.BYTES) << Integer.SIZE;
    }
}
