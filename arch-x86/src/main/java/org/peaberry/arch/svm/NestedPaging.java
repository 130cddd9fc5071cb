/** Nested paging control, VMCB offset 0x090. AMD APM vol. 2, section 15.25.3. */
package org.peaberry.arch.svm;

final class NestedPaging {
    static final long ENABLE = 1L << 0;

    private NestedPaging() {
    }
}
