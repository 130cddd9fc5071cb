/** A PC emulated by Bochs that boots a CD image; its serial port is a file. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.peaberry.boot.host.BuildException;

public final class BochsMachine implements AutoCloseable {
    /** Intel VT-x with EPT, VPID, unrestricted guests and virtual APIC registers. */
    public static final String INTEL_HASWELL = "corei7_haswell_4770";
    /** Intel VT-x with EPT, VPID and unrestricted guests, no more. */
    public static final String INTEL_SANDY_BRIDGE = "corei7_sandy_bridge_2600k";
    /** A 64-bit processor without VT-x and AMD-V. */
    public static final String INTEL_PRESCOTT = "p4_prescott_celeron_336";
    /** AMD-V with nested paging. */
    public static final String AMD_RYZEN = "ryzen";

    private static final String DEBUGGER_COMMANDS = "continue\n";

    private final Path folder;
    private final Process process;

    /** Starts it.
     * @param folder the run's own folder
     * @param memory in MiB */
    public BochsMachine(Path folder, Path iso, String processor, int memory) {
        this.folder = folder;
        try {
            Files.writeString(folder.resolve("bochsrc"), settings(iso, processor, memory));
            Files.writeString(folder.resolve("start"), DEBUGGER_COMMANDS);
            process = start();
        } catch (IOException e) {
            throw new BuildException("Bochs cannot be started", e);
        }
    }

    /** What came over the serial port so far. */
    public String console() {
        Path serial = folder.resolve("serial");
        try {
            return Files.exists(serial) ? Files.readString(serial, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new BuildException("cannot read " + serial, e);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** What Bochs itself has to say, for a failure's message. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "Bochs wrote no log";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The display is a text terminal that nobody looks at; Debian's build starts in its debugger, which is told to go on. */
    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("bochs", "-q", "-f", "bochsrc", "-rc", "start")).directory(folder.toFile());
        builder.environment().put("TERM", "xterm");
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("screen").toFile());
        return builder.start();
    }

    private static String settings(Path iso, String processor, int memory) {
        return """
                config_interface: textconfig
                display_library: term
                plugin_ctrl: speaker=0, gameport=0, parallel=0
                sound: driver=dummy
                cpu: model=%s, count=1, ips=10000000, reset_on_triple_fault=0, ignore_bad_msrs=1
                memory: guest=%d, host=%d
                romimage: file=/usr/share/bochs/BIOS-bochs-latest, options=fastboot
                vgaromimage: file=/usr/share/vgabios/vgabios.bin
                vga: extension=none, update_freq=1
                pci: enabled=1, chipset=i440fx
                clock: sync=none, time0=1700000000
                floppya: type=none
                ata0: enabled=1, ioaddr1=0x1f0, ioaddr2=0x3f0, irq=14
                ata0-master: type=cdrom, path="%s", status=inserted
                ata1: enabled=0
                boot: cdrom
                log: log
                panic: action=fatal
                error: action=report
                info: action=report
                debug: action=ignore
                com1: enabled=1, mode=file, dev=serial
                mouse: enabled=0
                """.formatted(processor, memory, memory, iso.toAbsolutePath());
    }
}
