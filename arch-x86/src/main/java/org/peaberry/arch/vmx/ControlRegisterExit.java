/** MOV to CR0 or CR4 that changes a bit which VT-x holds: done as the processor would. Intel SDM vol. 2, MOV to control registers. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.virtualization.CodeSize;
import org.peaberry.arch.virtualization.ControlAccess;
import org.peaberry.arch.virtualization.GuestMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

final class ControlRegisterExit {
    private static final int GENERAL_PROTECTION = 13;
    private static final long LOW_HALF = 0xffff_ffffL;
    /** Address of the page-directory pointers in CR3. Intel SDM vol. 3, table 4-7. */
    private static final long POINTERS_MASK = 0xffff_ffe0L;
    private static final Field64[] POINTERS = {Field64.GUEST_PDPTE_0, Field64.GUEST_PDPTE_1, Field64.GUEST_PDPTE_2, Field64.GUEST_PDPTE_3};

    private ControlRegisterExit() {
    }

    /** Whether it is one of those; then the guest goes on behind it, or with the fault that it deserves. */
    static boolean serve(VmxVirtualCpu cpu, ControlAccess access) {
        if (!access.isWrite() || access.controlRegister() != 0 && access.controlRegister() != 4) {
            return false;
        }
        long value = cpu.registers().value(access.generalRegister());
        value = cpu.codeSize() == CodeSize.BITS_64 ? value : value & LOW_HALF;
        if (access.controlRegister() == 0 ? writeCr0(cpu, value | Cr0.EXTENSION_TYPE) : writeCr4(cpu, value)) {
            cpu.advance();
        } else {
            cpu.injectException(GENERAL_PROTECTION, 0);
        }
        return true;
    }

    private static boolean writeCr0(VmxVirtualCpu cpu, long value) {
        boolean isPaging = (value & Cr0.PAGING) != 0;
        boolean wasPaging = (cpu.cr0() & Cr0.PAGING) != 0;
        boolean isConsistent = (!isPaging || (value & Cr0.PROTECTION) != 0) && ((value & Cr0.NOT_WRITE_THROUGH) == 0 || (value & Cr0.CACHE_DISABLE) != 0);
        if (!isConsistent || value >>> Integer.SIZE != 0) {
            return false;
        }
        boolean isLong = (cpu.efer() & Efer.LONG_MODE_ENABLE) != 0;
        boolean hasExtension = (cpu.cr4() & Cr4.PHYSICAL_ADDRESS_EXTENSION) != 0;
        if (isPaging && !wasPaging && isLong && !hasExtension || !isPaging && (cpu.codeSize() == CodeSize.BITS_64
                || (cpu.cr4() & Cr4.PROCESS_CONTEXT_IDS) != 0)) {
            return false;
        }
        cpu.cr0(value);
        if (isPaging && !isLong && hasExtension) {
            loadPointers(cpu);
        }
        return true;
    }

    private static boolean writeCr4(VmxVirtualCpu cpu, long value) {
        if ((value & FixedControlBits.CR4_FORBIDDEN) != 0) {
            return false;
        }
        cpu.cr4(value);
        return true;
    }

    /** The entry takes the page-directory pointers from the VMCS. */
    private static void loadPointers(VmxVirtualCpu cpu) {
        GuestMemory memory = cpu.machine().memory();
        Address table = memory.addressOf(GuestPhysicalAddress.of(cpu.cr3() & POINTERS_MASK));
        for (int i = 0; i < POINTERS.length; i++) {
            Vmcs.write(POINTERS[i], table.isZero() ? 0 : table.loadLong((long) i * Long.BYTES));
        }
    }
}
