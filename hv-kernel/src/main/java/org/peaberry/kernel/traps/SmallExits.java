/** Handlers of exits that need a few lines each. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.trap.Traps;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.PendingWork;
import org.peaberry.kernel.domain.Vcpu;

final class SmallExits {
    private SmallExits() {
    }

    /** Nothing is left to do: the host has taken an interrupt, for example. */
    static final class Ignore implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            // The guest goes on where it was.
        }
    }

    /** The processor took the end of a level-triggered interrupt: the pin that raised it may raise it again. */
    static final class EndOfInterrupt implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            VcpuPlatform.of(vcpu).apic().ended(vcpu.processor().endedVector());
        }
    }

    /** The time is there that the CPU's timers wait for. */
    static final class Timer implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            vcpu.cpu().timerInterrupt();
        }
    }

    /** The hardware is the host's: so is its failure, and no guest is told. */
    static final class MachineCheck implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            Traps.machineCheckInGuest();
        }
    }

    /** The guest can take an interrupt now: looks for one again. */
    static final class Window implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            vcpu.post(PendingWork.INTERRUPT);
        }
    }

    static final class Halt implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            boolean isOpen = (vcpu.processor().rflags() & Rflags.INTERRUPT) != 0;
            vcpu.processor().advance();
            if (isOpen) {
                vcpu.block();
            } else {
                vcpu.blockWithInterruptsOff();
            }
        }
    }

    static final class InvalidOpcode implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            GuestFault.invalidOpcode(vcpu.processor());
        }
    }

    static final class GeneralProtection implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            GuestFault.generalProtection(vcpu.processor());
        }
    }

    static final class ReflectException implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            vcpu.processor().reflectException();
        }
    }

    /** A domain with devices needs its caches written back; others have no memory that is not cached. */
    static final class WriteBackCaches implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            if (vcpu.domain().isPrivileged()) {
                Processor.writeBackInvalidateCaches();
            }
            vcpu.processor().advance();
        }
    }

    static final class SkipInstruction implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            vcpu.processor().advance();
        }
    }

    /** XCR0: x87 always, AVX only with SSE, nothing that the processor has not. Intel SDM vol. 1, section 13.3. */
    static final class SetExtendedControl implements GuestRequest {
        private static final long LOW_HALF = 0xffff_ffffL;
        private static final long X87 = 1L << 0;
        private static final long SSE = 1L << 1;
        private static final long AVX = 1L << 2;
        private static final long AVX_512 = 7L << 5;
        private static final int LEAF = 0xD;

        @Override
        public void serve(Vcpu vcpu) {
            VirtualCpu processor = vcpu.processor();
            GuestRegisters registers = processor.registers();
            long value = registers.rdx() << Integer.SIZE | registers.rax() & LOW_HALF;
            if (!Cpuid.has(CpuFeature.XSAVE) || (processor.cr4() & Cr4.OS_XSAVE) == 0) {
                GuestFault.invalidOpcode(processor);
            } else if (processor.privilegeLevel() != 0 || (int) registers.rcx() != 0 || !isLegal(value)) {
                GuestFault.generalProtection(processor);
            } else {
                processor.extendedControl(value);
                processor.advance();
            }
        }

        private static boolean isLegal(long value) {
            CpuidResult leaf = Cpuid.query(LEAF, 0);
            long supported = (long) leaf.edx() << Integer.SIZE | leaf.eax() & LOW_HALF;
            boolean hasAvx = (value & AVX) != 0;
            long avx512 = value & AVX_512;
            return (value & ~supported) == 0 && (value & X87) != 0 && (!hasAvx || (value & SSE) != 0)
                    && (avx512 == 0 || avx512 == AVX_512 && hasAvx);
        }
    }
}
