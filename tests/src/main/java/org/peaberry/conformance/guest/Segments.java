/** A descriptor table with the segments that the tests need besides the program's own. Intel SDM vol. 3, section 3.4.5. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.DescriptorTable;
import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.SegmentDescriptor;
import org.peaberry.arch.cpu.Selector;
import org.peaberry.arch.cpu.TableRegister;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** The order from USER_CODE_32 to USER_CODE is that of SYSRET: Intel SDM vol. 2B, SYSRET. */
final class Segments {
    static final int USER_CODE_32 = 0x28;
    static final int USER_DATA = 0x30;
    static final int USER_CODE = 0x38;
    static final int CODE_32 = 0x40;
    static final int CODE_16 = 0x48;
    static final int DATA_16 = 0x50;
    static final int ABSENT_DATA = 0x58;
    static final int READ_ONLY = 0x60;
    static final int ABSENT_CODE = 0x68;
    static final int EXECUTE_ONLY = 0x70;
    /** 32-bit data that ends with its first page. */
    static final int SMALL_DATA = 0x78;
    /** The program's task state, cut off before its interrupt stacks; two slots. */
    static final int SHORT_TASK = 0x80;
    private static final int LIMIT = 0x8F;
    private static final int SHORT_TASK_SIZE = 0x24;
    /** Requested privilege of user programs. */
    static final int USER = 3;

    private static final long ACCESSED = 1L << 40;
    private static final long WRITABLE_OR_READABLE = 1L << 41;
    /** In a task state's descriptor. */
    private static final long TASK_BUSY = 1L << 41;
    private static final long EXECUTABLE = 1L << 43;
    private static final long CODE_OR_DATA = 1L << 44;
    private static final long PRIVILEGE_3 = 3L << 45;
    private static final long PRESENT = 1L << 47;
    private static final long LONG = 1L << 53;
    private static final long DEFAULT_32_BIT = 1L << 54;
    private static final long PAGE_GRANULAR = 1L << 55;
    private static final long LIMIT_64K = 0xffff;
    /** Of the base's lower 24 bits. */
    private static final int BASE_SHIFT = 16;
    private static final long FLAT = LIMIT_64K | 0xFL << 48 | PAGE_GRANULAR;
    private static final long DATA = CODE_OR_DATA | ACCESSED | WRITABLE_OR_READABLE;
    private static final long CODE = DATA | EXECUTABLE;

    private Segments() {
    }

    /** Loads the table; the slots below {@link #USER_CODE_32} are the program's own. */
    static void install() {
        Address table = Address.of(TestMemory.DESCRIPTORS);
        DescriptorTable own = PerCpu.area().descriptors();
        for (int i = 0; i < DescriptorTable.SLOTS; i++) {
            table.store((long) i * Long.BYTES, own.slot(i));
        }
        table.store((long) USER_CODE_32, FLAT | CODE | PRESENT | PRIVILEGE_3 | DEFAULT_32_BIT);
        table.store((long) USER_DATA, FLAT | DATA | PRESENT | PRIVILEGE_3 | DEFAULT_32_BIT);
        table.store((long) USER_CODE, FLAT | CODE | PRESENT | PRIVILEGE_3 | LONG);
        table.store((long) CODE_32, FLAT | CODE | PRESENT | DEFAULT_32_BIT);
        table.store((long) CODE_16, LIMIT_64K | CODE | PRESENT | ModeMemory.LOW << BASE_SHIFT);
        table.store((long) DATA_16, LIMIT_64K | DATA | PRESENT | ModeMemory.LOW << BASE_SHIFT);
        table.store((long) ABSENT_DATA, FLAT | DATA | DEFAULT_32_BIT);
        table.store((long) READ_ONLY, (FLAT | DATA | PRESENT | DEFAULT_32_BIT) & ~WRITABLE_OR_READABLE);
        table.store((long) ABSENT_CODE, FLAT | CODE | LONG);
        table.store((long) EXECUTE_ONLY, (FLAT | CODE | PRESENT | LONG) & ~WRITABLE_OR_READABLE);
        table.store((long) SMALL_DATA, DATA | PRESENT | DEFAULT_32_BIT | GuestPages.SIZE - 1);
        Address task = RawMemory.addressOf(PerCpu.area().taskState());
        table.store((long) SHORT_TASK, SegmentDescriptor.taskStateLow(task, SHORT_TASK_SIZE));
        table.store((long) SHORT_TASK + Long.BYTES, SegmentDescriptor.taskStateHigh(task));
        load(table, LIMIT);
    }

    /** Loads the program's task again, which an emulator has forgotten that takes null for one. */
    static void reloadTask() {
        Address descriptor = Address.of(TestMemory.DESCRIPTORS + Selector.TASK_STATE);
        descriptor.store(descriptor.loadLong() & ~TASK_BUSY);
        Processor.loadTaskRegister(Selector.TASK_STATE);
    }

    /** Goes back to the program's own table. */
    static void remove() {
        load(RawMemory.addressOf(PerCpu.area().descriptors()), DescriptorTable.SIZE - 1);
    }

    private static void load(Address table, int limit) {
        TableRegister register = PerCpu.area().tableRegister();
        register.limit((short) limit);
        register.base(table);
        Processor.loadGdt(RawMemory.addressOf(register));
    }
}
