/** The size of a Linux program's heap, as the user writes it. */
package org.peaberry.compiler.driver;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** @param bytes of address space, a multiple of the page size */
public record HeapSize(long bytes) {
    static final HeapSize DEFAULT = new HeapSize(16L << 30);
    /** The runtime keeps some of it for itself. */
    private static final long SMALLEST = 1L << 20;
    /** Half of what a process can address (System V ABI, AMD64 supplement, section 3.3.2). */
    private static final long LARGEST = 1L << 46;
    private static final long PAGE_SIZE = 4096;
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})([KMGT]?)");
    private static final String UNITS = "KMGT";
    private static final int UNIT_SHIFT = 10;

    /** Reads 65536K, 64M, 4G, 1T or plain bytes. */
    static final class Converter implements ITypeConverter<HeapSize> {
        @Override
        public HeapSize convert(String text) {
            Matcher matcher = FORM.matcher(text.toUpperCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is no size. Write 64M or 4G");
            }
            int shift = UNIT_SHIFT * (matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1);
            long number = Long.parseLong(matcher.group(1));
            if (number > LARGEST >> shift || number << shift < SMALLEST) {
                throw new TypeConversionException("a heap has 1M to 64T, not " + text);
            }
            return new HeapSize((number << shift) + PAGE_SIZE - 1 & -PAGE_SIZE);
        }
    }
}
