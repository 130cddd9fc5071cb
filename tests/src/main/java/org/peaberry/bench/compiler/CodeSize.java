/** Bytes of machine code of the kernels: peaberryc's methods, gcc's objects. What the XZ kernels call is in neither. */
package org.peaberry.bench.compiler;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.peaberry.bench.kernels.Kernel;
import org.peaberry.bench.kernels.KernelMain;
import org.peaberry.bench.kernels.Kernels;
import org.peaberry.bench.kernels.XzSample;
import org.peaberry.boot.host.HostCommand;

final class CodeSize {
    /** nm's size and name of a function. */
    private static final Pattern FUNCTION = Pattern.compile("(?m)^[0-9a-f]+ ([0-9a-f]+) [tT] (\\S+)");
    private static final String PACKAGE = Kernel.class.getPackageName() + ".";
    private static final int HEXADECIMAL = 16;

    private CodeSize() {
    }

    static long ofPeaberryc(PeaberrycProgram program) {
        return sum(HostCommand.of("nm", "-S", program.program().toString()).run(), true);
    }

    static long ofGcc(GccPrograms programs) {
        return Kernels.NAMES.stream().mapToLong(kernel -> sum(HostCommand.of("nm", "-S", programs.object(kernel).toString()).run(), false)).sum();
    }

    private static long sum(String symbols, boolean onlyKernels) {
        long sum = 0;
        Matcher matcher = FUNCTION.matcher(symbols);
        while (matcher.find()) {
            if (!onlyKernels || isKernel(matcher.group(2))) {
                sum += Long.parseLong(matcher.group(1), HEXADECIMAL);
            }
        }
        return sum;
    }

    private static boolean isKernel(String symbol) {
        return symbol.startsWith(PACKAGE) && !symbol.startsWith(Kernels.class.getName()) && !symbol.startsWith(KernelMain.class.getName())
                && !symbol.startsWith(XzSample.class.getName());
    }
}
