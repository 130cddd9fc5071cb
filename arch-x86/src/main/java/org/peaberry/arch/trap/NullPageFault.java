/** Page faults of accesses through null that compiled code makes instead of null checks: they become NullPointerExceptions. */
package org.peaberry.arch.trap;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.exception.ImplicitNullCheck;
import org.peaberry.runtime.unboxed.Address;

/**
 * For programs compiled with {@code --null-checks fault}. Page 0 must not be mapped: {@link org.peaberry.arch.paging.BootTables} and
 * {@link org.peaberry.arch.paging.HypervisorAddressSpace} see to that.
 */
public final class NullPageFault implements TrapHandler {
    @Override
    public boolean handle(TrapFrame frame) {
        Address programCounter = Address.of(frame.rip());
        if (!ImplicitNullCheck.isAt(programCounter, Address.of(Processor.readCr2()))) {
            return false;
        }
        Address stackPointer = Address.of(frame.rsp());
        Processor.writeFlags(frame.rflags());
        ImplicitNullCheck.fail(programCounter, stackPointer);
        return true;
    }
}
