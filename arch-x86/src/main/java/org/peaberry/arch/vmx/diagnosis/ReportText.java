/** Writes numbers and fields of a report; allocates nothing. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.VmcsField;
import org.peaberry.runtime.exception.StackTrace;

final class ReportText {
    private static final String DIGITS = "0123456789abcdef";
    private static final int HEX_SHIFT = 4;
    private static final int HEX_MASK = 0xf;

    private StackTrace.Printer out;

    /** Where the text goes from now on. */
    void to(StackTrace.Printer printer) {
        out = printer;
    }

    ReportText text(String text) {
        out.print(text);
        return this;
    }

    /** Writes a number of zero or more. */
    ReportText decimal(int value) {
        int unit = 1;
        while (value / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            out.print('0' + value / unit % 10);
        }
        return this;
    }

    ReportText hex(long value) {
        out.print("0x");
        int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + HEX_SHIFT - 1) / HEX_SHIFT);
        for (int i = digits - 1; i >= 0; i--) {
            out.print(DIGITS.charAt((int) (value >>> i * HEX_SHIFT) & HEX_MASK));
        }
        return this;
    }

    /** Writes a field's name and value. */
    ReportText field(VmcsField field, VmcsReader vmcs) {
        return text(FieldName.of(field)).text(" ").hex(vmcs.unsigned(field));
    }

    /** Writes the numbers of bits. */
    ReportText bits(long bits) {
        text(Long.bitCount(bits) == 1 ? "bit " : "bits ");
        boolean isFirst = true;
        for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
            if ((bits >>> bit & 1) != 0) {
                text(isFirst ? "" : ", ").decimal(bit);
                isFirst = false;
            }
        }
        return this;
    }

    void end() {
        out.print('\n');
    }
}
