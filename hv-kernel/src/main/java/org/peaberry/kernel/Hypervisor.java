/** The hypervisor's main program: takes the machine, launches dom0, schedules. */
package org.peaberry.kernel;

import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.serial.SerialSettings;
import org.peaberry.arch.trap.Traps;
import org.peaberry.kernel.boot.BootFailure;
import org.peaberry.kernel.boot.BootSequence;
import org.peaberry.kernel.boot.FirstHeap;
import org.peaberry.kernel.boot.FirstTraps;
import org.peaberry.kernel.console.BareMetalPlatform;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.console.PanicPrinter;
import org.peaberry.kernel.sched.Cpu;
import org.peaberry.kernel.sched.CpuLoop;
import org.peaberry.kernel.sched.GuestRunner;
import org.peaberry.kernel.unpack.KernelUnpacker;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.BoundedStack;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.Entrypoints;
import org.peaberry.runtime.annotation.NoInline;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@Entrypoints({Traps.class, KernelUnpacker.class})
public final class Hypervisor {
    private static final int BOOT_FAILED = 1;

    private Hypervisor() {
    }

    /**
     * Called by nasm/boot.asm in 64-bit mode, with interrupts off, on the boot CPU's stack. Never returns.
     *
     * @param magic what the boot loader left in EAX
     * @param information what it left in EBX
     */
    @Entrypoint("peaberry_start")
    @BoundedStack(bytes = 28 << 10, reason = "the normal stack of a CPU, with room for a fatal trap on top")
    @BootOnly
    static void start(int magic, PhysicalAddress information) {
        FirstHeap.start();
        FirstTraps.take();
        Console console = new Console(new SerialPort(SerialPort.COM1_BASE));
        console.port().open(SerialSettings.COM1);
        BareMetalPlatform platform = new BareMetalPlatform(console);
        Platform.install(platform);
        Traps.reportTo(new PanicPrinter(console));
        try {
            BootSequence boot = launch(console, platform, magic, information);
            if (boot != null) {
                Cpu cpu = boot.cpu();
                GuestRunner runner = boot.runner();
                boot.end().run();
                CpuLoop.run(cpu, runner);
            }
            platform.exit(BOOT_FAILED);
        } catch (Throwable failure) {
            platform.uncaught(failure);
        }
    }

    /** Null when the machine or what was loaded is not fit; that has been said on the console then. */
    @BootOnly
    @NoInline
    private static BootSequence launch(Console console, BareMetalPlatform platform, int magic, PhysicalAddress information) {
        try {
            BootSequence boot = new BootSequence(console, platform);
            boot.run(magic, information);
            return boot;
        } catch (BootFailure failure) {
            console.begin();
            console.text(failure.getMessage()).end();
            return null;
        }
    }
}
