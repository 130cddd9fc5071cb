/** A guest over simulated memory: RAM at guest-physical 0, a virtual CPU of the AMD-V backend. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

public final class SimulatedGuest implements GuestMemory {
    /** Bytes of RAM. */
    public static final long RAM = 4 << 20;
    /** Host frame of guest frame 0. */
    public static final HostFrame FIRST = HostFrame.of(0x4_0000);

    public final SimulatedProcessor processor;
    public final SimulatedHostMemory host;
    public final VirtualizationBackend backend;
    public final VirtualMachine machine;
    public final VirtualCpu cpu;
    private long missing = -1;

    public SimulatedGuest() {
        SimulatedMemory memory = SimulatedMemory.install();
        processor = SimulatedProcessor.install();
        host = new SimulatedHostMemory(256);
        memory.map(DirectMap.addressOf(FIRST).toLong(), RAM);
        describeProcessor(processor);
        backend = Virtualization.find(host);
        backend.enable();
        NestedPageTable nested = backend.createNestedPageTable(host);
        nested.map(GuestFrame.zero(), FIRST, NestedPageTable.ORDER_2M, Access.ALL);
        machine = new VirtualMachine(nested, backend.createPermissions(), this);
        cpu = backend.createVirtualCpu(machine);
    }

    /** A processor as QEMU emulates it: nested paging, and none of the optional features. */
    public static void describeProcessor(SimulatedProcessor processor) {
        processor.cpuid(0, 0, 0xD, 0, 0, 0);
        processor.cpuid(0x8000_0000, 0, 0x8000_000A, 0, 0, 0);
        processor.cpuid(CpuFeature.Leaf.EXTENDED_FEATURES, 0, 0, 0, CpuFeature.SVM.mask(), CpuFeature.LONG_MODE.mask());
        processor.cpuid(CpuFeature.Leaf.SVM, 0, 1, 16, 0, CpuFeature.NESTED_PAGING.mask());
        processor.writeMsr(Msr.EFER, 0);
        processor.writeMsr(Msr.VM_CR, 0);
    }

    /** Puts the virtual CPU into 64-bit mode at privilege level 0, with page tables at the given guest-physical address. */
    public void enterLongMode(long pageTables) {
        cpu.cr0(Cr0.PROTECTION | Cr0.PAGING | Cr0.WRITE_PROTECT);
        cpu.cr4(Cr4.PHYSICAL_ADDRESS_EXTENSION);
        cpu.efer(Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE | Efer.NO_EXECUTE);
        cpu.cr3(pageTables);
        int code = SegmentAttributes.CODE_EXECUTE_READ | SegmentAttributes.CODE_OR_DATA | SegmentAttributes.PRESENT | SegmentAttributes.LONG;
        cpu.segment(SegmentRegister.CS, 8, 0, -1, code);
    }

    /** Sets the privilege level. */
    public void privilege(int level) {
        cpu.segment(SegmentRegister.SS, level, 0, -1, SegmentAttributes.FLAT_DATA_32 | level << SegmentAttributes.PRIVILEGE_SHIFT);
    }

    /** Puts code or data into guest memory. */
    public void store(long guestPhysical, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            Memory.storeByte(hostAddress(guestPhysical + i), (byte) bytes[i]);
        }
    }

    public void storeLong(long guestPhysical, long value) {
        Memory.storeLong(hostAddress(guestPhysical), value);
    }

    public long loadLong(long guestPhysical) {
        return Memory.loadLong(hostAddress(guestPhysical));
    }

    /** Makes one page of RAM vanish. */
    public void takeAway(long guestPhysical) {
        missing = guestPhysical >>> GuestFrame.SHIFT;
    }

    public static long hostAddress(long guestPhysical) {
        return DirectMap.addressOf(PhysicalAddress.of(FIRST.address().toLong() + guestPhysical)).toLong();
    }

    @Override
    public Address addressOf(GuestPhysicalAddress address) {
        boolean isRam = Long.compareUnsigned(address.toLong(), RAM) < 0 && address.toLong() >>> GuestFrame.SHIFT != missing;
        return isRam ? Address.of(hostAddress(address.toLong())) : Address.zero();
    }

    @Override
    public Address writableAddressOf(GuestPhysicalAddress address) {
        return addressOf(address);
    }
}
