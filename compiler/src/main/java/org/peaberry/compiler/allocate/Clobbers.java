/** The positions at which each register loses its value. */
package org.peaberry.compiler.allocate;

import java.util.Arrays;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;

/** All registers do where a handler starts. Only calls and handlers clobber RSP, which thus stands for all registers at once, and for each vector register. */
final class Clobbers {
    private static final int INITIAL_CAPACITY = 16;

    private final int[][] positions = new int[Register.general().size()][INITIAL_CAPACITY];
    private final int[] counts = new int[Register.general().size()];

    Clobbers(MachineCode code, Numbering numbering) {
        for (MachineBlock block : code.blocks()) {
            int start = numbering.start(block);
            if (block.isHandler()) {
                for (Register register : Register.general()) {
                    add(register, Positions.of(start));
                }
            }
            for (int i = 0; i < block.instructions().size(); i++) {
                for (Register register : block.instructions().get(i).clobbers()) {
                    if (!register.isVector()) {
                        add(register, Positions.of(start + i) + Positions.CLOBBER);
                    }
                }
            }
        }
    }

    private void add(Register register, int position) {
        int r = register.ordinal();
        if (counts[r] == positions[r].length) {
            positions[r] = Arrays.copyOf(positions[r], 2 * counts[r]);
        }
        positions[r][counts[r]++] = position;
    }

    /** First position in the ranges where the register is clobbered, or {@link Interval#NEVER}. */
    int first(Register register, Ranges ranges) {
        int r = register.isVector() ? Register.RSP.ordinal() : register.ordinal();
        return ranges.intersection(positions[r], counts[r]);
    }

    /** First position at or after a position where all registers are clobbered, or {@link Interval#NEVER}. */
    int nextOfAll(int position) {
        int[] all = positions[Register.RSP.ordinal()];
        int count = counts[Register.RSP.ordinal()];
        int index = Arrays.binarySearch(all, 0, count, position);
        index = index < 0 ? -index - 1 : index;
        return index < count ? all[index] : Interval.NEVER;
    }

    /** Last position before a position where all registers are clobbered, or -1. */
    int lastOfAll(int position) {
        int[] all = positions[Register.RSP.ordinal()];
        int index = Arrays.binarySearch(all, 0, counts[Register.RSP.ordinal()], position);
        index = (index < 0 ? -index - 1 : index) - 1;
        return index < 0 ? -1 : all[index];
    }
}
