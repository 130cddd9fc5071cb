/** Lengths of exiting instructions, read from a guest's memory. */
package org.peaberry.arch.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.SimulatedGuest;
import org.peaberry.arch.virtualization.StartState;

class InstructionLengthTest {
    private static final long CODE = 0x8000;

    private final SimulatedGuest guest = new SimulatedGuest();
    private final InstructionLength lengths = new InstructionLength(guest.cpu);

    InstructionLengthTest() {
        StartState.protectedMode(guest.cpu, CODE, 0);
    }

    /** As a backend asks: what is known first. */
    private int lengthOf(ExitReason exit) {
        int known = lengths.known(guest.cpu.instructionAddress(), InstructionLength.root(guest.cpu.privilegeLevel(), guest.cpu.cr3()));
        return known == InstructionLength.UNREADABLE ? lengths.decode(exit) : known;
    }

    @Test
    void prefixesCount() {
        guest.store(CODE, 0x66, 0x0F, 0xA2);
        assertEquals(3, lengthOf(ExitReason.CPUID));
        assertEquals(3, lengthOf(ExitReason.CPUID));
    }

    @Test
    void anotherInstructionThanTheOneThatExitedIsNotSkipped() {
        guest.store(CODE, 0x0F, 0x30);
        assertEquals(InstructionLength.UNREADABLE, lengthOf(ExitReason.CPUID));
        assertEquals(2, lengthOf(ExitReason.MSR_WRITE));
    }

    @Test
    void aRememberedInstructionIsComparedEachTime() {
        guest.store(CODE, 0x0F, 0xA2);
        assertEquals(2, lengthOf(ExitReason.CPUID));
        guest.store(CODE, 0x66, 0x66, 0x0F, 0xA2);
        assertEquals(4, lengthOf(ExitReason.CPUID));
    }

    @Test
    void aRememberedInstructionIsForgottenWhenTheGuestsMemoryChanges() {
        guest.store(CODE, 0x0F, 0xA2);
        assertEquals(2, lengthOf(ExitReason.CPUID));
        guest.takeAway(CODE);
        lengths.forget();
        assertEquals(InstructionLength.UNREADABLE, lengthOf(ExitReason.CPUID));
    }

    @Test
    void theLastBytesOfAPageAreReadWithoutTheNextPage() {
        guest.store(CODE + 0xffe, 0x0F, 0xA2);
        guest.cpu.rip(CODE + 0xffe);
        guest.takeAway(CODE + 0x1000);
        assertEquals(2, lengthOf(ExitReason.CPUID));
    }

    @Test
    void instructionsOfSeveralLengthsAreDecoded() {
        guest.store(CODE, 0xF3, 0x90);
        assertEquals(2, lengthOf(ExitReason.PAUSE));
        guest.store(CODE, 0x0F, 0x09);
        assertEquals(2, lengthOf(ExitReason.WRITE_BACK_CACHES));
        guest.store(CODE, 0x0F, 0x22, 0xD9);
        assertEquals(3, lengthOf(ExitReason.CONTROL_REGISTER));
        assertEquals(1, lengths.decoded().rmRegister());
    }
}
