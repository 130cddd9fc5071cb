/** A field of the virtual-machine control structure, as VMREAD and VMWRITE know it. Intel SDM vol. 3, section 25.11.2 and appendix B. */
package org.peaberry.arch.vmx;

/** Its encoding says how wide it is, what it is for, and which of its kind it is. */
public interface VmcsField {
    int encoding();

    String name();

    default FieldWidth width() {
        return FieldWidth.of(encoding());
    }

    default FieldKind kind() {
        return FieldKind.of(encoding());
    }
}
