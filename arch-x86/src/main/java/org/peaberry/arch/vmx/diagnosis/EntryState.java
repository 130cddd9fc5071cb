/** The VMCS that is checked, together with the processor that checks it: what rules ask for. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.ReadOnly32;
import org.peaberry.arch.vmx.SecondaryControls;

/** A control that the processor lacks counts as 0 here, set or not: the fields that go with it may not exist. */
final class EntryState {
    /** Exit reason 33, with the bit of a failed entry. */
    private static final int REFUSED_GUEST_STATE = 1 << 31 | 33;

    final VmcsReader vmcs;
    final ProcessorLimits limits;

    EntryState(VmcsReader vmcs, ProcessorLimits limits) {
        this.vmcs = vmcs;
        this.limits = limits;
    }

    /** The controls of a word that are in force. */
    long controls(ControlWord word) {
        return isActive(word) ? allowed(word) : 0;
    }

    private long allowed(ControlWord word) {
        return vmcs.unsigned(word.field()) & limits.of(word).allowed;
    }

    /** Whether the word counts at all. */
    boolean isActive(ControlWord word) {
        return switch (word) {
            case SECONDARY -> activates(ControlWord.PRIMARY, ProcessorControls.SECONDARY_CONTROLS);
            case TERTIARY -> activates(ControlWord.PRIMARY, ProcessorControls.TERTIARY_CONTROLS);
            case SECONDARY_EXIT -> activates(ControlWord.EXIT, ExitControls.SECONDARY_CONTROLS);
            default -> true;
        };
    }

    /** @param word one that always counts */
    private boolean activates(ControlWord word, int bit) {
        return (allowed(word) & Integer.toUnsignedLong(bit)) != 0;
    }

    boolean has(ControlWord word, int bit) {
        return (controls(word) & Integer.toUnsignedLong(bit)) != 0;
    }

    boolean secondary(int bit) {
        return has(ControlWord.SECONDARY, bit);
    }

    boolean exit(int bit) {
        return has(ControlWord.EXIT, bit);
    }

    boolean entry(int bit) {
        return has(ControlWord.ENTRY, bit);
    }

    boolean isUnrestricted() {
        return secondary(SecondaryControls.UNRESTRICTED_GUEST);
    }

    boolean isLongMode() {
        return entry(EntryControls.LONG_MODE_GUEST);
    }

    boolean isProtected() {
        return (read(FieldNatural.GUEST_CR0) & Cr0.PROTECTION) != 0;
    }

    boolean isVirtual8086() {
        return (read(FieldNatural.GUEST_RFLAGS) & Rflags.VIRTUAL_8086) != 0;
    }

    /** Whether the guest will be in 64-bit mode. */
    boolean isLongCode() {
        return isLongMode() && (GuestSegment.CS.rights(this) & GuestSegment.LONG) != 0;
    }

    /** Whether the last entry was refused for guest state: what only some processors demand may have been the reason. */
    boolean wasRefused() {
        return vmcs.read(ReadOnly32.EXIT_REASON) == REFUSED_GUEST_STATE;
    }

    int read(Field16 field) {
        return vmcs.read(field);
    }

    int read(Field32 field) {
        return vmcs.read(field);
    }

    long read(Field64 field) {
        return vmcs.read(field);
    }

    long read(FieldNatural field) {
        return vmcs.read(field);
    }

    boolean isCanonical(FieldNatural field) {
        return limits.addresses.isCanonical(read(field));
    }
}
