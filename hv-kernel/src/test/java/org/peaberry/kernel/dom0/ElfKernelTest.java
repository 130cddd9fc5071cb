/** Kernels in ELF files, sound and damaged. */
package org.peaberry.kernel.dom0;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

class ElfKernelTest {
    private static final Address FILE = Address.of(0x10_0000);
    private static final int FILE_SIZE = 0x400;
    private static final Address RAM = Address.of(0x4000_0000L);
    private static final long RAM_SIZE = 0x20_0000;
    private static final int SEGMENT_AT = 0x100;
    private static final int NOTE_AT = 0x200;
    private static final long LOAD_ADDRESS = 0x10_0000;

    @Test
    void a64BitKernelIsLoadedAndItsTailCleared() throws LaunchException {
        ElfKernel kernel = new ElfKernel(sound64());
        RAM.store(LOAD_ADDRESS + 0x20, 0x5555_5555_5555_5555L);
        kernel.load(new SimulatedRam());
        assertEquals(LOAD_ADDRESS + 8, kernel.entry().toLong());
        assertEquals(LOAD_ADDRESS + 0x40, kernel.end().toLong());
        assertEquals(0x1122_3344_5566_7788L, RAM.loadLong(LOAD_ADDRESS));
        assertEquals(0, RAM.loadLong(LOAD_ADDRESS + 0x20), "beyond the file's part");
    }

    @Test
    void a32BitKernelIsUnderstoodToo() throws LaunchException {
        ElfKernel kernel = new ElfKernel(sound32());
        assertEquals(LOAD_ADDRESS + 8, kernel.entry().toLong());
        assertEquals(LOAD_ADDRESS, kernel.start().toLong());
    }

    @Test
    void aKernelWithoutPvhEntrySaysWhatToDo() {
        BootModule module = sound64();
        FILE.store(NOTE_AT + 20 + 8L, 17);
        assertMessage(module, "CONFIG_PVH=y");
    }

    @Test
    void somethingThatIsNotElfIsNamed() {
        BootModule module = sound64();
        FILE.store(0x5a4d);
        assertMessage(module, "not an ELF file");
    }

    @Test
    void anotherMachinesKernelIsRefused() {
        BootModule module = sound64();
        FILE.store(18, (short) 183);
        assertMessage(module, "not for x86");
    }

    @Test
    void aTruncatedFileIsDamaged() {
        sound64();
        assertMessage(new BootModule("module 1", FILE, 0x110), "shorter than its headers");
    }

    @Test
    void aKernelThatDoesNotFitTellsWhatItNeeds() throws LaunchException {
        BootModule module = sound64();
        FILE.store(64 + 40L, 0x40_0000L);
        ElfKernel kernel = new ElfKernel(module);
        LaunchException failure = assertThrows(LaunchException.class, () -> kernel.load(new SimulatedRam()));
        assertTrue(failure.getMessage().contains("dom0_mem"), failure.getMessage());
    }

    /** Whatever one byte of the headers becomes, the outcome is a kernel within bounds or a clear refusal. */
    @Property
    void noDamagedByteEscapesTheChecks(@ForAll @IntRange(max = FILE_SIZE - 1) int offset, @ForAll byte value) {
        BootModule module = sound64();
        FILE.store(offset, value);
        try {
            new ElfKernel(module).load(new SimulatedRam());
        } catch (LaunchException expected) {
            assertTrue(expected.getMessage().startsWith("dom0: "));
        }
    }

    private static void assertMessage(BootModule module, String part) {
        LaunchException failure = assertThrows(LaunchException.class, () -> new ElfKernel(module));
        assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }

    private static BootModule sound64() {
        freshMemory();
        header(2, 62);
        FILE.store(32, 64L);
        FILE.store(54, (short) 56);
        FILE.store(56, (short) 2);
        programHeader64(64, ElfSegment.LOAD, SEGMENT_AT, 0x20, 0x40);
        programHeader64(64 + 56, ElfSegment.NOTE, NOTE_AT, 40, 40);
        return finished();
    }

    private static BootModule sound32() {
        freshMemory();
        header(1, 3);
        FILE.store(28, 52);
        FILE.store(42, (short) 32);
        FILE.store(44, (short) 2);
        programHeader32(52, ElfSegment.LOAD, SEGMENT_AT, 0x20, 0x40);
        programHeader32(52 + 32, ElfSegment.NOTE, NOTE_AT, 40, 40);
        return finished();
    }

    private static void freshMemory() {
        SimulatedMemory memory = SimulatedMemory.install();
        memory.map(FILE.toLong(), FILE_SIZE);
        memory.map(RAM.toLong(), RAM_SIZE);
    }

    private static void header(int fileClass, int machine) {
        FILE.store(0x464c457f);
        FILE.store(4, (byte) fileClass);
        FILE.store(5, (byte) 1);
        FILE.store(18, (short) machine);
    }

    private static BootModule finished() {
        FILE.store(SEGMENT_AT, 0x1122_3344_5566_7788L);
        note(NOTE_AT, 7, 4);
        note(NOTE_AT + 20, 18, (int) LOAD_ADDRESS + 8);
        return new BootModule("module 1", FILE, FILE_SIZE);
    }

    private static void programHeader64(int at, int type, long offset, long fileSize, long memorySize) {
        FILE.store(at, type);
        FILE.store(at + 8L, offset);
        FILE.store(at + 24L, LOAD_ADDRESS);
        FILE.store(at + 32L, fileSize);
        FILE.store(at + 40L, memorySize);
    }

    private static void programHeader32(int at, int type, int offset, int fileSize, int memorySize) {
        FILE.store(at, type);
        FILE.store(at + 4L, offset);
        FILE.store(at + 12L, (int) LOAD_ADDRESS);
        FILE.store(at + 16L, fileSize);
        FILE.store(at + 20L, memorySize);
    }

    private static void note(int at, int type, int value) {
        FILE.store(at, 4);
        FILE.store(at + 4L, 4);
        FILE.store(at + 8L, type);
        FILE.store(at + 12L, 0x006e6558);
        FILE.store(at + 16L, value);
    }

    /** Guest RAM from address 0 on. */
    private static final class SimulatedRam implements GuestRam {
        @Override
        public boolean copy(GuestPhysicalAddress to, Address from, long bytes) {
            if (to.toLong() + bytes > RAM_SIZE) {
                return false;
            }
            for (long i = 0; i < bytes; i++) {
                RAM.store(to.toLong() + i, from.loadByte(i));
            }
            return true;
        }

        @Override
        public boolean clear(GuestPhysicalAddress start, long bytes) {
            if (start.toLong() + bytes > RAM_SIZE) {
                return false;
            }
            for (long i = 0; i < bytes; i++) {
                RAM.store(start.toLong() + i, (byte) 0);
            }
            return true;
        }
    }
}
