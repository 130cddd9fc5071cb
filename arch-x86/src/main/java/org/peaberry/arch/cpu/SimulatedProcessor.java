/** The processor of the host JVM's tests: ports, MSRs, CPUID and time are what the test says. */
package org.peaberry.arch.cpu;

import java.util.HashMap;
import java.util.Map;

import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

/**
 * One per test thread. {@link #install} needs a {@link SimulatedMemory} and maps the area of CPU 0 in it. Ports without a device read
 * as ones, as an empty bus does; an MSR that was never set throws.
 */
@HostedOnly
public final class SimulatedProcessor {
    /** Where the per-CPU area of CPU 0 is. */
    public static final long AREA = 0xffff_82d0_7fff_0000L;

    private static final ThreadLocal<SimulatedProcessor> CURRENT = new ThreadLocal<>();

    private final Map<Integer, SimulatedPort> ports = new HashMap<>();
    private final Map<Integer, Long> modelSpecific = new HashMap<>();
    private final Map<Long, int[]> leaves = new HashMap<>();
    private final long[] control = new long[9];
    private final long[] debug = new long[8];
    private final SimulatedVmx virtualMachines;
    private Runnable whenHalted = () -> {
        throw new IllegalStateException("the simulated processor halted and nobody wakes it: call whenHalted(…)");
    };
    private boolean interruptFlag;
    private long ticks;
    private long ticksPerRead;
    private long invalidated;

    /** What was loaded last, for tests to look at. */
    public long loadedGdt;
    public long loadedIdt;
    public int taskRegister;
    public long extendedControl = 1;
    public boolean globalInterrupts = true;

    private SimulatedProcessor(SimulatedVmx virtualMachines) {
        this.virtualMachines = virtualMachines;
    }

    /** Makes a fresh processor the current one of this thread, with {@link PerCpu} ready for CPU 0. */
    public static SimulatedProcessor install() {
        return start(new SimulatedProcessor(new SimulatedVmx()), 0);
    }

    /** Makes a further processor of the same machine the current one of this thread; its CPUID and MSRs are the test's to set. */
    public SimulatedProcessor installBeside(int cpuNumber) {
        return start(new SimulatedProcessor(new SimulatedVmx(virtualMachines)), cpuNumber);
    }

    private static SimulatedProcessor start(SimulatedProcessor processor, int cpuNumber) {
        long area = AREA + cpuNumber * SimulatedMemory.PAGE_SIZE;
        SimulatedMemory.current().map(area, SimulatedMemory.PAGE_SIZE);
        processor.writeMsr(Msr.GS_BASE, area);
        Memory.storeLong(area + PerCpuArea.SELF, area);
        Memory.storeLong(area + PerCpuArea.CPU_NUMBER, cpuNumber);
        processor.use();
        return processor;
    }

    /** The thread goes on as this processor. */
    public void use() {
        CURRENT.set(this);
    }

    /** The processor of this thread; an error when there is none. */
    public static SimulatedProcessor current() {
        SimulatedProcessor processor = CURRENT.get();
        if (processor == null) {
            throw new IllegalStateException("a processor instruction on the host without SimulatedProcessor.install()");
        }
        return processor;
    }

    /** Puts a device behind ports. */
    public void attach(int firstPort, int count, SimulatedPort device) {
        for (int port = firstPort; port < firstPort + count; port++) {
            ports.put(port, device);
        }
    }

    /** What VT-x holds. */
    public SimulatedVmx virtualMachines() {
        return virtualMachines;
    }

    /** Says what CPUID answers. */
    public void cpuid(int leaf, int subleaf, int eax, int ebx, int ecx, int edx) {
        leaves.put(key(leaf, subleaf), new int[] {eax, ebx, ecx, edx});
    }

    /** Sets the time stamp counter, and what each read of it adds. */
    public void timeStampCounter(long value, long perRead) {
        ticks = value;
        ticksPerRead = perRead;
    }

    /** Lets time pass. */
    public void advance(long cycles) {
        ticks += cycles;
    }

    /** What HLT does. */
    public void whenHalted(Runnable action) {
        whenHalted = action;
    }

    public boolean interruptsEnabled() {
        return interruptFlag;
    }

    /** How many times a page's translation was invalidated. */
    public long invalidations() {
        return invalidated;
    }

    public long readMsr(int msr) {
        Long value = modelSpecific.get(msr);
        if (value == null) {
            throw new IllegalStateException("read of MSR 0x" + Integer.toHexString(msr) + " that the test did not set");
        }
        return value;
    }

    public void writeMsr(int msr, long value) {
        modelSpecific.put(msr, value);
    }

    /** The processor does not have it. */
    public void removeMsr(int msr) {
        modelSpecific.remove(msr);
    }

    public long controlRegister(int number) {
        return control[number];
    }

    public void controlRegister(int number, long value) {
        control[number] = value;
    }

    int in(int port, int width) {
        SimulatedPort device = ports.get(port);
        return device == null ? -1 >>> Integer.SIZE - Byte.SIZE * width : device.in(port, width);
    }

    void out(int port, int width, int value) {
        SimulatedPort device = ports.get(port);
        if (device != null) {
            device.out(port, width, value);
        }
    }

    long timeStampCounter() {
        ticks += ticksPerRead;
        return ticks;
    }

    void cpuid(int leaf, int subleaf, Address result) {
        int[] registers = leaves.getOrDefault(key(leaf, subleaf), new int[4]);
        CpuidResult view = RawMemory.at(CpuidResult.class, result);
        view.eax(registers[0]);
        view.ebx(registers[1]);
        view.ecx(registers[2]);
        view.edx(registers[3]);
    }

    long debugRegister(int number) {
        return debug[number];
    }

    void debugRegister(int number, long value) {
        debug[number] = value;
    }

    void invalidatePage(Address page) {
        invalidated++;
    }

    void interruptsEnabled(boolean enabled) {
        interruptFlag = enabled;
    }

    void halt() {
        whenHalted.run();
    }

    long flags() {
        return Rflags.ALWAYS_ONE | (interruptFlag ? Rflags.INTERRUPT : 0);
    }

    long perCpuLoad(int offset) {
        return Memory.loadLong(readMsr(Msr.GS_BASE) + offset);
    }

    void perCpuStore(int offset, long value) {
        Memory.storeLong(readMsr(Msr.GS_BASE) + offset, value);
    }

    private static long key(int leaf, int subleaf) {
        return (long) leaf << Integer.SIZE | subleaf & 0xffff_ffffL;
    }
}
