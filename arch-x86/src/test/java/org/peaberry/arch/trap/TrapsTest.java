/** Gates, dispatch and the report of fatal traps. */
package org.peaberry.arch.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.runtime.exception.StackTrace;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

class TrapsTest {
    private static final long TABLE = 0xffff_82d0_8040_0000L;
    private static final long STUBS = 0xffff_82d0_8020_1000L;
    private static final long FRAME = 0x8000;

    private SimulatedMemory memory;
    private SimulatedProcessor processor;

    @BeforeEach
    void installMachine() {
        memory = SimulatedMemory.install();
        processor = SimulatedProcessor.install();
        memory.map(TABLE, 4096);
        memory.map(FRAME, 4096);
        memory.define("trap_table", TABLE);
        memory.define("trap_stubs", STUBS);
    }

    @Test
    void everyGateLeadsToItsStub() {
        TrapTable.fill();
        for (int vector = 0; vector < 256; vector++) {
            Gate gate = TrapTable.gate(vector);
            long target = gate.offsetLow() & 0xffffL | (gate.offsetMiddle() & 0xffffL) << 16 | (long) gate.offsetHigh() << 32;
            assertEquals(STUBS + vector * 16L, target);
            assertEquals(0x08, gate.selector());
            assertEquals((byte) 0x8E, gate.kind());
        }
        assertEquals(1, TrapTable.gate(2).interruptStack());
        assertEquals(2, TrapTable.gate(8).interruptStack());
        assertEquals(3, TrapTable.gate(18).interruptStack());
        assertEquals(0, TrapTable.gate(14).interruptStack());
        assertEquals(0, TrapTable.gate(255).interruptStack());
    }

    @Test
    void theWholeTableIsLoaded() {
        TrapTable.load();
        assertEquals((short) 0x0fff, Memory.loadShort(processor.loadedIdt));
        assertEquals(TABLE, Memory.loadLong(processor.loadedIdt + 2));
    }

    @Test
    void interruptsGoToTheHandlerOfTheirVector() {
        List<Integer> seen = new ArrayList<>();
        Traps.handle(0x41, seen::add);
        Memory.storeLong(FRAME + 0x78, 0x41);
        Traps.dispatch(FRAME);
        assertEquals(List.of(0x41), seen);
    }

    @Test
    void anExceptionHandlerMayChangeWhereTheCodeGoesOn() {
        Traps.handle(ExceptionVector.INVALID_OPCODE, frame -> {
            frame.rip(frame.rip() + 2);
            return true;
        });
        Memory.storeLong(FRAME + 0x78, 6);
        Memory.storeLong(FRAME + 0x88, 0x1000);
        Traps.dispatch(FRAME);
        assertEquals(0x1002, Memory.loadLong(FRAME + 0x88));
    }

    @Test
    void interruptHandlersCannotTakeExceptions() {
        assertThrows(IllegalArgumentException.class, () -> Traps.handle(14, vector -> { }));
    }

    @Test
    void theReportSaysWhatHappenedAndShowsTheRegisters() {
        Memory.storeLong(FRAME + 0x70, 0x1122_3344_5566_7788L);
        Memory.storeLong(FRAME + 0x78, 14);
        Memory.storeLong(FRAME + 0x80, 2);
        Memory.storeLong(FRAME + 0x88, 0xffff_82d0_8020_1234L);
        Processor.writeCr2(0x10);
        for (String table : new String[] {"text_start", "method_table", "method_table_end"}) {
            memory.define(table, 0xffff_82d0_8020_0000L);
        }
        StringBuilder text = new StringBuilder();
        new TrapReport(new StackTrace.Printer() {
            @Override
            public void print(int character) {
                text.append((char) character);
            }
        }).print(RawMemory.at(TrapFrame.class, Address.of(FRAME)));
        String head = "FATAL TRAP on CPU 0: page fault (#PF), write to 0000000000000010, which is not mapped (null), error code 0000000000000002\n";
        assertTrue(text.toString().startsWith(head), text.toString());
        assertTrue(text.toString().contains("rax 1122334455667788"), text.toString());
        assertTrue(text.toString().contains("rip ffff82d080201234"), text.toString());
    }

    @Test
    void theReportOfAMachineCheckNamesTheBanksThatTellAnError() {
        processor.writeMsr(Msr.MACHINE_CHECK_CAPABILITY, 2);
        processor.writeMsr(Msr.MACHINE_CHECK_STATUS, 5);
        processor.writeMsr(Msr.MACHINE_CHECK_BANK0_CONTROL + 1, 0);
        processor.writeMsr(Msr.MACHINE_CHECK_BANK0_CONTROL + 5, 0xBC00_0000_0000_0135L | 1L << 58);
        processor.writeMsr(Msr.MACHINE_CHECK_BANK0_CONTROL + 6, 0x1234_5000);
        StringBuilder text = new StringBuilder();
        new TrapReport(new StackTrace.Printer() {
            @Override
            public void print(int character) {
                text.append((char) character);
            }
        }).printMachineCheckInGuest();
        assertTrue(text.toString().startsWith("MACHINE CHECK on CPU 0 while a guest ran"), text.toString());
        assertTrue(text.toString().contains("bank 1: status bc00000000000135, address 0000000012345000\n"), text.toString());
        assertFalse(text.toString().contains("bank 0"), text.toString());
    }
}
