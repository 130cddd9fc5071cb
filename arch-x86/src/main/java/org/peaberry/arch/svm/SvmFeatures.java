/** What this processor's AMD-V can do. AMD APM vol. 2, section 15.4; vol. 3, appendix E, leaf 8000_000Ah. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.CpuidResult;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.VirtualizationException;

final class SvmFeatures {
    private static final CpuFeature[] OPTIONAL = {
        CpuFeature.NEXT_RIP_SAVE, CpuFeature.DECODE_ASSISTS, CpuFeature.FLUSH_BY_ASID, CpuFeature.VMCB_CLEAN_BITS, CpuFeature.TSC_RATE,
        CpuFeature.GIGABYTE_PAGES, CpuFeature.XSAVE, CpuFeature.RDTSCP,
    };
    private static final String[] NAMES = {
        "next RIP saving", "decode assists", "flush by ASID", "VMCB clean bits", "TSC scaling",
        "1 GiB pages", "XSAVE", "RDTSCP",
    };

    final boolean hasNextRip = Cpuid.has(CpuFeature.NEXT_RIP_SAVE);
    final boolean hasFlushByAsid = Cpuid.has(CpuFeature.FLUSH_BY_ASID);
    final boolean hasCleanBits = Cpuid.has(CpuFeature.VMCB_CLEAN_BITS);
    final boolean hasTscRate = Cpuid.has(CpuFeature.TSC_RATE);
    final boolean hasGigabytePages = Cpuid.has(CpuFeature.GIGABYTE_PAGES);
    final boolean hasXsave = Cpuid.has(CpuFeature.XSAVE);
    /** ASIDs are 1 to this number less one. */
    final int asidCount = svmLeaf().ebx();

    /** Whether the processor has AMD-V at all. */
    static boolean isPresent() {
        return Cpuid.has(CpuFeature.SVM);
    }

    /** @throws VirtualizationException that says what is missing and what to do */
    static void require() {
        if (!isPresent()) {
            throw new VirtualizationException("no AMD-V: the processor does not report SVM (CPUID leaf 80000001, ECX bit 2)."
                    + " Use a machine with AMD-V; under QEMU: -cpu qemu64,+svm,+npt");
        }
        if (!Cpuid.has(CpuFeature.NESTED_PAGING)) {
            throw new VirtualizationException("no AMD-V: nested paging is missing (CPUID leaf 8000000A, EDX bit 0)."
                    + " Use a processor with NPT; under QEMU add ,+npt to -cpu");
        }
        if ((Processor.readMsr(Msr.VM_CR) & SvmMsr.VM_CR_SVM_DISABLED) != 0) {
            throw new VirtualizationException("no AMD-V: firmware has switched it off (VM_CR.SVMDIS). Enable SVM in the firmware setup");
        }
    }

    /** Names of the optional features that this processor has. */
    static String[] optionalFeatures() {
        int count = 0;
        for (CpuFeature feature : OPTIONAL) {
            count += Cpuid.has(feature) ? 1 : 0;
        }
        String[] present = new String[count];
        int next = 0;
        for (int i = 0; i < OPTIONAL.length; i++) {
            if (Cpuid.has(OPTIONAL[i])) {
                present[next++] = NAMES[i];
            }
        }
        return present;
    }

    private static CpuidResult svmLeaf() {
        return Cpuid.queryIfPresent(CpuFeature.Leaf.SVM, 0);
    }
}
