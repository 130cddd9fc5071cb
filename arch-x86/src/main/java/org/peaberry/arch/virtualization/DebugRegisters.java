/** The breakpoint addresses of a virtual CPU while it has no CPU. Intel SDM vol. 3, section 17.2. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.cpu.Processor;

/** DR6 and DR7 are exchanged at entry and exit by the processor. The guest may change all without an exit. */
public final class DebugRegisters {
    private long dr0;
    private long dr1;
    private long dr2;
    private long dr3;

    /** Puts them into this CPU. */
    public void load() {
        Processor.writeDr0(dr0);
        Processor.writeDr1(dr1);
        Processor.writeDr2(dr2);
        Processor.writeDr3(dr3);
    }

    /** Takes them out of it. */
    public void save() {
        dr0 = Processor.readDr0();
        dr1 = Processor.readDr1();
        dr2 = Processor.readDr2();
        dr3 = Processor.readDr3();
    }
}
