/** Names of ACPI tables as numbers. ACPI specification 6.5, table 5.5. */
package org.peaberry.arch.acpi;

public final class Signature {
    public static final int RSDT = of("RSDT");
    public static final int XSDT = of("XSDT");
    public static final int MADT = of("APIC");
    public static final int FADT = of("FACP");
    public static final int DSDT = of("DSDT");
    public static final int HPET = of("HPET");
    public static final int MCFG = of("MCFG");

    private static final int LENGTH = 4;
    private static final int BYTE_MASK = 0xff;

    private Signature() {
    }

    /** The number of a name of four characters. */
    public static int of(String name) {
        int value = 0;
        for (int i = name.length() - 1; i >= 0; i--) {
            value = value << Byte.SIZE | name.charAt(i);
        }
        return value;
    }

    /** The name of a number; what is not printable comes out as '?'. */
    public static String name(int signature) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            char c = (char) (signature >>> Byte.SIZE * i & BYTE_MASK);
            name.append(c > ' ' && c <= '~' ? c : '?');
        }
        return name.toString();
    }
}
