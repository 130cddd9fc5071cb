/** A field that VMWRITE accepts on every processor: one for controls, guest or host. */
package org.peaberry.arch.vmx;

interface WritableField extends VmcsField {
}
