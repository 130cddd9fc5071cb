/** Names of VMCS fields as one reads them: "guest CS access rights". */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.VmcsField;

/** Made on the build host from the names of the constants, so that printing allocates nothing. */
final class FieldName {
    /** Words that stay in capitals, each between blanks. */
    private static final String CAPITALS = " A B ES CS SS DS FS GS LDTR TR GDTR IDTR CR0 CR3 CR4 DR7 RIP RSP RFLAGS EFER MSR EPT EPTP VPID VMCS VMREAD"
            + " VMWRITE IO TSC APIC EOI SYSENTER ESP EIP PDPTE XSS PASID PID HLAT ENCLS ENCLV PCONFIG SMBASE CTRL ";
    private static final String[] OF_16 = names(Field16.values());
    private static final String[] OF_32 = names(Field32.values());
    private static final String[] OF_64 = names(Field64.values());
    private static final String[] OF_NATURAL = names(FieldNatural.values());

    private FieldName() {
    }

    static String of(VmcsField field) {
        if (field instanceof Field16 narrow) {
            return OF_16[narrow.ordinal()];
        }
        if (field instanceof Field32 word) {
            return OF_32[word.ordinal()];
        }
        if (field instanceof Field64 wide) {
            return OF_64[wide.ordinal()];
        }
        return field instanceof FieldNatural natural ? OF_NATURAL[natural.ordinal()] : field.name();
    }

    private static String[] names(VmcsField[] fields) {
        String[] names = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            names[i] = readable(fields[i].name());
        }
        return names;
    }

    private static String readable(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.split("_")) {
            text.append(text.length() == 0 ? "" : " ").append(CAPITALS.contains(" " + word + " ") ? word : word.toLowerCase(java.util.Locale.ROOT));
        }
        return text.toString();
    }
}
