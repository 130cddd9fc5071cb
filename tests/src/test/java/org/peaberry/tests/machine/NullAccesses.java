/** Accesses of all kinds through null, on a machine without a system below. */
package org.peaberry.tests.machine;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.NoInline;

final class NullAccesses {
    /** How many kinds there are. */
    static final int KINDS = 8;
    /** The flags that an exception must leave alone. */
    private static final long KEPT = Rflags.INTERRUPT | Rflags.DIRECTION | Rflags.ALIGNMENT_CHECK | Rflags.TRAP;

    private NullAccesses() {
    }

    private static class Cell {
        int value;
        Object content;

        int read() {
            return value;
        }
    }

    private static final class Negated extends Cell {
        @Override
        int read() {
            return -value;
        }
    }

    /** Says how many were exceptions, and after how many of them the flags were as before. */
    @BootOnly
    static void report(String tables) {
        int caught = 0;
        int same = 0;
        long flags = Processor.readFlags() & KEPT;
        for (int kind = 0; kind < KINDS; kind++) {
            boolean isCaught = isCaught(kind, null, null);
            caught += isCaught ? 1 : 0;
            same += isCaught && (Processor.readFlags() & KEPT) == flags ? 1 : 0;
        }
        boolean passes = !isCaught(0, new Cell(), new long[2]) && !isCaught(KINDS - 1, new Negated(), new long[2]);
        MachineConsole.INSTANCE.number("null accesses caught, " + tables, passes ? caught : -1);
        MachineConsole.INSTANCE.number("of them with the flags as they were, " + tables, same);
    }

    @NoInline
    private static boolean isCaught(int kind, Cell cell, long[] array) {
        long before = kind;
        try {
            before += access(kind, cell, array);
            return before < 0 && before > 0;
        } catch (NullPointerException e) {
            return before == kind;
        }
    }

    @NoInline
    private static long access(int kind, Cell cell, long[] array) {
        switch (kind) {
            case 0:
                return cell.value;
            case 1:
                cell.value = kind;
                return 0;
            case 2:
                cell.content = array;
                return 0;
            case 3:
                return array.length;
            case 4:
                return array[kind - 3];
            case 5:
                array[0] = kind;
                return 0;
            case 6:
                array[kind - 5] += kind;
                return 0;
            default:
                return cell.read();
        }
    }
}
