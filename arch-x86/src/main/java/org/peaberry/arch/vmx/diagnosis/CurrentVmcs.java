/** The current VMCS of the CPU that runs this, by VMREAD. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Every VMREAD of a field that the processor lacks changes the VM-instruction error: whoever wants that reads it first. */
public final class CurrentVmcs extends VmcsReader {
    private long region;

    /** Says which VMCS is current. @param physical its physical address */
    public void region(long physical) {
        region = physical;
    }

    @Override
    public long region() {
        return region;
    }

    @Override
    protected long raw(int encoding) {
        return Processor.vmRead(encoding);
    }

    @Override
    public boolean canReadMemory(long physical) {
        return MappedMemory.contains(DirectMap.addressOf(PhysicalAddress.of(physical)).toLong());
    }

    @Override
    public int memoryInt(long physical) {
        return DirectMap.addressOf(PhysicalAddress.of(physical)).loadInt();
    }
}
