/** Spoils fields of the current VMCS by chance, and says whether an entry can be tried afterwards. */
package org.peaberry.tests.machine;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldKind;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.FieldWidth;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.SecondaryControls;
import org.peaberry.arch.vmx.Vmcs;
import org.peaberry.arch.vmx.VmcsField;

final class EntryCorruption {
    private static final Field16[] NARROW = Field16.values();
    private static final Field32[] WORDS = Field32.values();
    private static final Field64[] WIDE = Field64.values();
    private static final FieldNatural[] NATURAL = FieldNatural.values();
    private static final int TOTAL = NARROW.length + WORDS.length + WIDE.length + NATURAL.length;
    private static final int INTERRUPT = 0x8000_0030;
    private static final int ERROR_CODE = 1 << 11;
    /** Events that can be injected: none (often), interrupt, NMI, #DB, #GP with its code, INT 0x30, INT3. */
    private static final int[] EVENTS = {0, 0, 0, 0, 0, 0, INTERRUPT, 0x8000_0202, 0x8000_0301, 0x8000_0B0D, 0x8000_0430, 0x8000_0603};
    private static final long ADDRESS_WIDTH_EDGE = 1L << 39;
    private static final long CANONICAL_EDGE = 1L << 47;

    private static final VmcsField[] FAVOURITES = {Field32.GUEST_ACTIVITY, Field32.GUEST_INTERRUPTIBILITY, Field32.ENTRY_INTERRUPTION_INFORMATION,
        FieldNatural.GUEST_RFLAGS, FieldNatural.GUEST_PENDING_DEBUG_EXCEPTIONS, Field32.GUEST_CS_ACCESS_RIGHTS, Field32.GUEST_SS_ACCESS_RIGHTS,
        Field32.GUEST_DS_ACCESS_RIGHTS, Field32.GUEST_TR_ACCESS_RIGHTS, Field32.GUEST_LDTR_ACCESS_RIGHTS, Field32.SECONDARY_CONTROLS,
        Field32.PIN_CONTROLS, Field32.PROCESSOR_CONTROLS, Field32.EXIT_CONTROLS, Field32.ENTRY_CONTROLS, FieldNatural.GUEST_CR0,
        FieldNatural.GUEST_CR4, Field64.GUEST_EFER, Field32.ENTRY_INSTRUCTION_LENGTH, Field32.TASK_PRIORITY_THRESHOLD,
        Field64.GUEST_PDPTE_0, Field64.GUEST_PDPTE_3, Field16.GUEST_SS_SELECTOR, Field16.GUEST_DS_SELECTOR, Field64.EPT_POINTER};
    /** The activity states behind HLT, shutdown and waiting for a start-up interrupt, are not left by a timer. */
    private static final int LAST_LEFT_BY_TIMER = 1;
    private static final int MOST = 2;
    private static final int SMALL = 64;

    private final VmcsField[] fields = new VmcsField[MOST];
    private final long[] values = new long[MOST];
    private long random;
    private int count;

    EntryCorruption(long seed) {
        random = seed;
    }

    /** A number from 0 on, less than the bound. */
    int below(int bound) {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (int) Long.remainderUnsigned(random, bound);
    }

    /** An event goes with the entry, perhaps, and what it needs: interrupts on, no error code in real mode. */
    int injectEvent() {
        int event = EVENTS[below(EVENTS.length)];
        if (event == INTERRUPT || below(2) == 0) {
            Vmcs.write(FieldNatural.GUEST_RFLAGS, Vmcs.read(FieldNatural.GUEST_RFLAGS) | Rflags.INTERRUPT);
        }
        if ((Vmcs.read(FieldNatural.GUEST_CR0) & Cr0.PROTECTION) == 0 && (event & ERROR_CODE) != 0) {
            event = 0;
        }
        Vmcs.write(Field32.ENTRY_INTERRUPTION_INFORMATION, event);
        Vmcs.write(Field32.ENTRY_INSTRUCTION_LENGTH, 1);
        Vmcs.write(Field32.ENTRY_EXCEPTION_ERROR_CODE, 0);
        return event;
    }

    /** Writes wrong, or just other, values to no field, one, or two. */
    void spoil() {
        count = below(16) == 0 ? 0 : below(3) == 0 ? MOST : 1;
        for (int i = 0; i < count; i++) {
            fields[i] = anyField();
            values[i] = other(fields[i], Processor.vmRead(fields[i].encoding()));
            Processor.vmWrite(fields[i].encoding(), values[i]);
        }
    }

    void print(MachineConsole console) {
        for (int i = 0; i < count; i++) {
            console.print(" ");
            console.print(fields[i].name());
            console.print(" ");
            console.hex(values[i]);
        }
    }

    /** State that is checked together with other state comes more often. */
    private VmcsField anyField() {
        if (below(4) == 0) {
            return FAVOURITES[below(FAVOURITES.length)];
        }
        int number = below(TOTAL);
        if (number < NARROW.length) {
            return NARROW[number];
        }
        if (number < NARROW.length + WORDS.length) {
            return WORDS[number - NARROW.length];
        }
        if (number < NARROW.length + WORDS.length + WIDE.length) {
            return WIDE[number - NARROW.length - WORDS.length];
        }
        return NATURAL[number - NARROW.length - WORDS.length - WIDE.length];
    }

    private long other(VmcsField field, long before) {
        int bits = field.width() == FieldWidth.BITS_16 ? Short.SIZE : field.width() == FieldWidth.BITS_32 ? Integer.SIZE : Long.SIZE;
        long changed = switch (below(10)) {
            case 0, 1, 2, 3 -> before ^ 1L << below(bits);
            case 4 -> before ^ 1L << below(bits) ^ 1L << below(bits);
            case 5 -> below(4) == 0 ? 0 : -1;
            case 6 -> below(2) == 0 ? ADDRESS_WIDTH_EDGE : CANONICAL_EDGE;
            case 7, 8 -> below(SMALL);
            default -> random;
        };
        return bits == Long.SIZE ? changed : changed & (1L << bits) - 1;
    }

    /** Whether an exit would hurt this program: by another host, by lists of registers, without nested pages, or by not coming at all. */
    boolean isDangerous() {
        for (int i = 0; i < count; i++) {
            if (isDangerous(fields[i])) {
                return true;
            }
        }
        boolean hasNestedPages = (Vmcs.read(Field32.PROCESSOR_CONTROLS) & ProcessorControls.SECONDARY_CONTROLS) != 0
                && (Vmcs.read(Field32.SECONDARY_CONTROLS) & SecondaryControls.EPT) != 0;
        boolean keepsMode = (Vmcs.read(Field32.EXIT_CONTROLS) & ExitControls.LOAD_EFER) != 0;
        return !hasNestedPages || !keepsMode || stopsBochs() || Vmcs.read(Field32.GUEST_ACTIVITY) > LAST_LEFT_BY_TIMER;
    }

    /** Bochs 2.7 does not refuse IA-32e mode without paging, and dies of it. */
    private static boolean stopsBochs() {
        long needed = Cr0.PROTECTION | Cr0.PAGING;
        return (Vmcs.read(Field32.ENTRY_CONTROLS) & EntryControls.LONG_MODE_GUEST) != 0 && (Vmcs.read(FieldNatural.GUEST_CR0) & needed) != needed;
    }

    private static boolean isDangerous(VmcsField field) {
        boolean isList = field == Field32.EXIT_MSR_STORE_COUNT || field == Field32.EXIT_MSR_LOAD_COUNT || field == Field32.ENTRY_MSR_LOAD_COUNT;
        boolean isHarmless = field == Field32.HOST_SYSENTER_CS || field == FieldNatural.HOST_SYSENTER_ESP
                || field == FieldNatural.HOST_SYSENTER_EIP || field == FieldNatural.HOST_FS_BASE;
        return isList || field.kind() == FieldKind.HOST && !isHarmless;
    }
}
