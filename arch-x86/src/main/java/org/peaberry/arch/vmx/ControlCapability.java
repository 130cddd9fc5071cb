/** Which bits of a group of controls must, and which may, be set. Intel SDM vol. 3, appendix A.2 to A.5. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.VirtualizationException;

final class ControlCapability {
    private final int mandatory;
    private final int allowed;

    /** @param msr a capability register, a TRUE one where there is one */
    ControlCapability(int msr) {
        long value = Processor.readMsr(msr);
        mandatory = (int) value;
        allowed = (int) (value >>> Integer.SIZE);
    }

    boolean has(int bits) {
        return (allowed & bits) == bits;
    }

    /** The wanted bits and what the processor insists on. @throws VirtualizationException when it insists on what would exit for nothing */
    int with(int wanted, int unwanted) {
        if ((mandatory & unwanted) != 0) {
            throw new VirtualizationException("no VT-x: the processor insists on exits at CR3 accesses. Use a processor with TRUE control registers");
        }
        return wanted | mandatory;
    }

    /** The optional bits that the processor has. */
    int present(int optional) {
        return allowed & optional;
    }
}
