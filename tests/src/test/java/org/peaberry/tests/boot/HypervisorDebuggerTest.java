/** The running hypervisor in gdb: lines of Java, callers through inlined calls, variables and objects. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Machine;

@Tag("boot")
class HypervisorDebuggerTest {
    private static final String PACKAGE = "org\\.peaberry\\.kernel\\.";

    @TempDir
    private Path folder;

    @Test
    void bootAndHypercallsAreFollowedInJava() throws Exception {
        Debugger debugger = new Debugger(folder);
        try (SerialSession machine = SerialSession.boot(Machine.standard().withOptions(debugger.emulatorOptions()), Boot.product(), BootMethod.KERNEL)) {
            String output = debugger.run("hbreak org.peaberry.kernel.Hypervisor.start", "continue", "backtrace", "next",
                    "hbreak org.peaberry.kernel.hypercall.XenVersion.features", "continue", "backtrace", "print *call", "print call->type");
            assertContains(output, "Breakpoint 1, " + PACKAGE + "Hypervisor\\.start \\(magic=732803074, information=\\d+\\) at .*Hypervisor\\.java:\\d+\n"
                    + "\\d+\\s+FirstHeap\\.start\\(\\);");
            assertContains(output, "\n\\d+\\s+FirstTraps\\.take\\(\\);");
            assertContains(output, "#0 .*" + PACKAGE + "hypercall\\.XenVersion\\.features \\(call=0x[0-9a-f]+\\) at .*XenVersion\\.java:\\d+\n"
                    + "#1 .*" + PACKAGE + "hypercall\\.XenVersion\\.call [^\n]*XenVersion\\.java:\\d+\n");
            assertContains(output, PACKAGE + "hypercall\\.HypercallExit\\.call [^\n]*HypercallExit\\.java:\\d+\n[^$]*"
                    + PACKAGE + "sched\\.CpuLoop\\.run [^\n]*CpuLoop\\.java:\\d+\n[^$]*" + PACKAGE + "Hypervisor\\.start [^\n]*Hypervisor\\.java:\\d+\n");
            assertContains(output, "\\$1 = \\{<java\\.lang\\.Object> = \\{type = [^}]*\\}.* caller = 0x[0-9a-f]+");
            assertContains(output, "type:org/peaberry/kernel/hypercall/HypercallContext");
        }
    }

    private static void assertContains(String output, String expression) {
        assertTrue(Pattern.compile(expression).matcher(output).find(), () -> "no " + expression + " in\n" + output);
    }
}
