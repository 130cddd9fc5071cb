/** Asks the emulator why the machine stopped, over its control socket. QEMU, QMP reference, event SHUTDOWN. */
package org.peaberry.boot.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The emulator connects to a socket that is already listening when it starts, so no event is missed. */
final class ShutdownReason extends Thread implements AutoCloseable {
    private static final String START_EVENTS = "{\"execute\":\"qmp_capabilities\"}\n";
    private static final String RESET = "\"guest-reset\"";
    private static final String EVENT = "\"SHUTDOWN\"";

    private final Path socket;
    private final ServerSocketChannel server;
    private volatile boolean reset;
    private volatile boolean announced;

    ShutdownReason(Path folder) throws IOException {
        super("shutdown reason");
        setDaemon(true);
        socket = folder.resolve("control");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    /** What QEMU's command line needs to connect. */
    List<String> options() {
        return List.of("-chardev", "socket,id=control,path=" + socket, "-mon", "chardev=control,mode=control");
    }

    /** Whether the emulator said that the machine stopped by itself; meaningful after its end. */
    boolean announced() {
        return announced;
    }

    boolean wasReset() {
        return reset;
    }

    @Override
    public void run() {
        try (SocketChannel channel = server.accept(); BufferedReader events = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            channel.write(ByteBuffer.wrap(START_EVENTS.getBytes(StandardCharsets.UTF_8)));
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.contains(EVENT)) {
                    reset = line.contains(RESET);
                    announced = true;
                }
            }
        } catch (IOException e) {
            return;     // the emulator is gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
