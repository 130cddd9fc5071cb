/** Names of the checks that need XSAVE, for machines without it. */
package org.peaberry.conformance.guest;

final class ExtendedStateChecks {
    static final String[] ALL = {
        "without CR4.OSXSAVE XGETBV raises #UD",
        "without CR4.OSXSAVE XSETBV raises #UD",
        "without CR4.OSXSAVE CPUID does not say so",
        "with CR4.OSXSAVE CPUID says so",
        "XCR0 is of x87 alone at first",
        "XCR0 of nothing is refused",
        "XCR0 without x87 is refused",
        "XCR0 of AVX without SSE is refused",
        "XCR0 with a bit that no processor has is refused",
        "extended control register 1 is refused",
        "extended control register -1 is refused",
        "XCR0 of x87 and SSE is taken",
        "and reads back",
        "XCR0 of all that CPUID has is taken",
        "and reads back, too",
        "XGETBV of another register is refused",
        "a user program may not write XCR0",
        "CPUID's size is that of x87 and SSE",
        "CPUID's size is that of AVX",
        "the registers are what was restored",
        "CPUID leaves the vector state",
        "a kept port leaves the vector state",
        "a device in memory leaves the vector state",
        "HLT leaves the vector state",
        "XSAVE to an address that is not aligned raises #GP",
        "XRSTOR of a component that is not on raises #GP",
        "XRSTOR of a header with reserved bytes raises #GP",
        "XRSTOR of an MXCSR with reserved bits raises #GP",
        "XSAVE with CR0.TS raises #NM",
    };

    private ExtendedStateChecks() {
    }
}
