/** Gives a CPU its global descriptor table and task-state segment. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

@BootOnly
public final class CpuTables {
    private CpuTables() {
    }

    /** Fills and loads the tables in the area of the CPU that runs this. */
    public static void install(Address stacks) {
        PerCpuArea area = PerCpu.area();
        area.stackTop(CpuStack.NORMAL.top(stacks));
        fillTaskState(area.taskState(), stacks);
        fillDescriptors(area.descriptors(), RawMemory.addressOf(area.taskState()));
        TableRegister register = area.tableRegister();
        register.limit((short) (DescriptorTable.SIZE - 1));
        register.base(RawMemory.addressOf(area.descriptors()));
        Processor.loadGdt(RawMemory.addressOf(register));
        Processor.loadTaskRegister(Selector.TASK_STATE);
    }

    static void fillTaskState(TaskState state, Address stacks) {
        for (int i = 0; i < CpuStack.count(); i++) {
            CpuStack stack = CpuStack.of(i);
            if (stack.interruptStack() > 0) {
                state.interruptStack(stack.interruptStack() - 1, stack.top(stacks));
            }
        }
        state.ioMapOffset((short) TaskState.SIZE);
    }

    static void fillDescriptors(DescriptorTable table, Address taskState) {
        table.slot(0, 0);
        table.slot(Selector.CODE / Long.BYTES, SegmentDescriptor.CODE);
        table.slot(Selector.DATA / Long.BYTES, SegmentDescriptor.DATA);
        int slot = Selector.TASK_STATE / Long.BYTES;
        table.slot(slot, SegmentDescriptor.taskStateLow(taskState, TaskState.SIZE));
        table.slot(slot + 1, SegmentDescriptor.taskStateHigh(taskState));
    }
}
