/** Starts Bochs with a CD image. Its serial port is a TCP connection to a socket of ours, the one way in which Bochs both sends and receives. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.iso.GrubIso;

/**
 * @param iso the CD image that the machine boots
 * @param debuggerCommands what Bochs's debugger is to do, a line each; Bochs ends behind the last one
 */
public record BochsLauncher(BochsMachine machine, Path iso, String debuggerCommands) implements EmulatorLauncher {
    private static final String SETTINGS = "bochsrc";
    private static final String LOG = "log";
    private static final String SCREEN = "screen";
    private static final String DEBUGGER_SCRIPT = "start";
    private static final String TERMINAL = "term";
    private static final String UNWATCHED = "rfb, options=\"timeout=0\"";
    private static final String RUN = "continue\n";
    private static final int POLL_MILLISECONDS = 100;

    /** One that runs its machine to the end. */
    public BochsLauncher(BochsMachine machine, Path iso) {
        this(machine, iso, RUN);
    }

    public BochsLauncher withDebuggerCommands(String commands) {
        return new BochsLauncher(machine, iso, commands);
    }

    /** What the debugger writes in a run, in the run's folder. */
    public static Path screen(Path folder) {
        return folder.resolve(SCREEN);
    }

    /** Each stop of the debugger writes to a terminal's screen, until that is full: with stops it is a network display that nobody watches. */
    private String display() {
        return debuggerCommands.equals(RUN) ? TERMINAL : UNWATCHED;
    }

    /** One that boots these files by GRUB: their CD image is made first, in the run's folder. */
    public static BochsLauncher boot(BochsMachine machine, BootFiles files, BootMethod method, Path folder) {
        Path iso = folder.resolve("peaberry.iso");
        new GrubIso(folder.resolve("iso")).write(files, method == BootMethod.GRUB1, iso);
        return new BochsLauncher(machine, iso);
    }

    @Override
    public RunningEmulator launch(Path folder) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve(SETTINGS), machine.settings(iso, server.getLocalPort(), LOG, display()));
            Files.writeString(folder.resolve(DEBUGGER_SCRIPT), debuggerCommands);
            Process process = start(folder);
            BochsLog log = new BochsLog(folder.resolve(LOG), screen(folder));
            return new RunningBochs(process, serialPort(server, process), log);
        }
    }

    /** The display is a text terminal that nobody looks at; Debian's build starts in its debugger, which is told to go on. */
    private static Process start(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("bochs", "-q", "-f", SETTINGS, "-rc", DEBUGGER_SCRIPT)).directory(folder.toFile());
        builder.environment().put("TERM", "xterm");
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectErrorStream(true).redirectOutput(screen(folder).toFile());
        return builder.start();
    }

    /** Waits for the machine's serial port; not connected when Bochs ended before it had one. */
    private static Socket serialPort(ServerSocket server, Process process) throws IOException {
        server.setSoTimeout(POLL_MILLISECONDS);
        while (process.isAlive()) {
            try {
                Socket port = server.accept();
                port.setTcpNoDelay(true);
                return port;
            } catch (SocketTimeoutException e) {
                continue;       // not yet
            }
        }
        return new Socket();
    }
}
