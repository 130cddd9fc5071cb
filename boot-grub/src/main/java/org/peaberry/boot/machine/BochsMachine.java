/** A PC for Bochs, as its settings file says it. */
package org.peaberry.boot.machine;

import java.nio.file.Path;

/**
 * @param processor one of Bochs's models
 * @param memory in MiB
 */
public record BochsMachine(String processor, int memory) {
    /** Room for the default dom0 of 512 MiB. */
    public static final int DEFAULT_MEMORY = 1024;

    /** Added to dom0's command line: the kernel's self-tests of its ciphers are a quarter of its boot in Bochs. */
    public static final String KERNEL_OPTIONS = "cryptomgr.notests";

    /** What Bochs keeps of the machine's memory in its own; the rest goes to a file. Bochs 2.7, config.cc, host_size. */
    private static final int MOST_HOST_MEMORY = 2048;
    /** About what Bochs executes on a machine of today: so the machine's clock follows the host's. */
    private static final int INSTRUCTIONS_PER_SECOND = 50_000_000;
    private static final int START_TIME = 1_700_000_000;

    public static BochsMachine standard(String processor) {
        return new BochsMachine(processor, DEFAULT_MEMORY);
    }

    public BochsMachine withMemory(int megabytes) {
        return new BochsMachine(processor, megabytes);
    }

    /**
     * The settings: no display, a CD, the serial port as a TCP client; what Bochs cannot do ends it. Time is counted in instructions,
     * and Bochs only waits where it would run ahead of the host's clock: runs stay deterministic. Bochs user manual, chapter 4.
     * @param port of the local host, where somebody listens
     * @param log relative to the folder in which Bochs starts
     * @param display Bochs's display library with its options
     */
    String settings(Path iso, int port, String log, String display) {
        return """
                config_interface: textconfig
                display_library: %s
                plugin_ctrl: speaker=0, gameport=0, parallel=0
                sound: driver=dummy
                cpu: model=%s, count=1, ips=%d, reset_on_triple_fault=1, ignore_bad_msrs=1
                memory: guest=%d, host=%d
                romimage: file=/usr/share/bochs/BIOS-bochs-latest, options=fastboot
                vgaromimage: file=/usr/share/vgabios/vgabios.bin
                vga: extension=none, update_freq=1
                pci: enabled=1, chipset=i440fx
                clock: sync=slowdown, time0=%d
                floppya: type=none
                ata0: enabled=1, ioaddr1=0x1f0, ioaddr2=0x3f0, irq=14
                ata0-master: type=cdrom, path="%s", status=inserted
                ata1: enabled=0
                boot: cdrom
                log: %s
                panic: action=fatal
                error: action=report
                info: action=report
                debug: action=ignore
                com1: enabled=1, mode=socket-client, dev=127.0.0.1:%d
                mouse: enabled=0
                """.formatted(display, processor, INSTRUCTIONS_PER_SECOND, memory, Math.min(memory, MOST_HOST_MEMORY), START_TIME,
                        iso.toAbsolutePath(), log, port);
    }
}
