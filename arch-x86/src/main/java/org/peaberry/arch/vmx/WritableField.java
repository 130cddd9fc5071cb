/** A field that VMWRITE accepts on every processor: one for controls, guest or host. */
package org.peaberry.arch.vmx;

public interface WritableField extends VmcsField {
}
