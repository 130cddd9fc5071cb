/** What an operator can get wrong is named on the console, in one line, and ends the run. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;

@Tag("boot")
class BadInputTest {
    private static final String LINE = "\\(peaberry\\)[^\\n]*";

    @Test
    void processorWithoutAmdVIsNamed() throws InterruptedException {
        expectLine(Machine.standard().withProcessor("qemu64"), Boot.product(), "(?i)(AMD-V|SVM)");
    }

    @Test
    void processorWithoutNestedPagingIsNamed() throws InterruptedException {
        expectLine(Machine.standard().withProcessor("qemu64,+svm,-npt"), Boot.product(), "(?i)nested pag");
    }

    @Test
    void missingKernelIsNamed() throws InterruptedException {
        expectLine(Machine.standard(), Boot.withoutModules(), "(?i)(kernel|module)");
    }

    @Test
    void kernelThatIsNoElfFileIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
        Path text = Files.write(folder.resolve("kernel"), "not a kernel".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        expectLine(Machine.standard(), Boot.withKernel(text), "(?i)ELF");
    }

    @Test
    void cutOffKernelIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
        Path kernel = Files.copy(Boot.product().kernel(), folder.resolve("kernel"));
        try (RandomAccessFile file = new RandomAccessFile(kernel.toFile(), "rw")) {
            file.setLength(1 << 20);
        }
        expectLine(Machine.standard(), Boot.withKernel(kernel), "(?i)damaged");
    }

    @Test
    void stockKernelThatIsCutOffIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
        Path kernel = Files.copy(Boot.stock().kernel(), folder.resolve("kernel"));
        try (RandomAccessFile file = new RandomAccessFile(kernel.toFile(), "rw")) {
            file.setLength(1 << 20);
        }
        expectLine(Machine.standard(), Boot.withKernel(kernel), "cut off");
    }

    @Test
    void stockKernelThatIsDamagedIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
        byte[] kernel = Files.readAllBytes(Boot.stock().kernel());
        kernel[kernel.length / 8] ^= 0x40;
        expectLine(Machine.standard(), Boot.withKernel(Files.write(folder.resolve("kernel"), kernel)), "damaged: XZ: ");
    }

    @Test
    void tooLittleMemoryIsNamed() throws InterruptedException {
        expectLine(Machine.standard().withMemory(256), Boot.withHypervisorOptions("dom0_mem=4G"), "(?i)(memory|RAM|dom0_mem)");
    }

    @Test
    void unknownAndMalformedOptionsAreNamedAndIgnored() throws InterruptedException {
        BootFiles files = Boot.withHypervisorOptions("nosuchoption=7 loglvl=nosuchlevel");
        try (SerialSession machine = SerialSession.boot(Machine.standard(), files, BootMethod.KERNEL)) {
            machine.expect(Boot.INIT_REACHED, Boot.TO_INIT);
            String console = machine.console();
            assertTrue(Pattern.compile(LINE + "nosuchoption").matcher(console).find(), console);
            assertTrue(Pattern.compile(LINE + "loglvl").matcher(console).find(), console);
        }
    }

    /** A line of the hypervisor with these words comes soon, before any guest runs; then the machine is reset. */
    private static void expectLine(Machine machine, BootFiles files, String words) throws InterruptedException {
        try (SerialSession session = SerialSession.boot(machine, files, BootMethod.KERNEL)) {
            session.expect(Pattern.compile("(?m)^" + LINE + words), Boot.TO_ERROR);
            assertEquals(Ending.RESET, session.awaitEnd(Boot.TO_ERROR), session.console());
        }
    }
}
