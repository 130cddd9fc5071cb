/** Instructions of the hypervisor between stops: what counts, and what does not. */
package org.peaberry.bench.bochs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.boot.host.BuildException;

class HypervisorTimeTest {
    private static final long START = 0x200060;
    private static final long ENTRY = 0xffff82d080200010L;
    private static final long EXIT = 0xffff82d080200013L;
    private static final long IDLE = 0xffff82d080200020L;
    private static final long TRAP = 0xffff82d080200030L;
    private static final long INIT = 0x4014f0;
    private static final String MARK = "0f1f8001424550";

    @TempDir
    private Path folder;
    private final HypervisorTime time = new HypervisorTime(Map.of(START, StopKind.START, ENTRY, StopKind.ENTRY, EXIT, StopKind.EXIT, IDLE, StopKind.IDLE,
            TRAP, StopKind.TRAP, INIT, StopKind.INIT));

    private void stop(long address, long ticks) {
        time.add(new Stop(address, ticks, "00"));
    }

    private void init(long ticks) {
        time.add(new Stop(INIT, ticks, MARK));
    }

    @Test
    void entryInstructionIsTheHypervisorsAndWhatFollowsTheGuests() {
        stop(START, 1000);
        stop(ENTRY, 1099);
        stop(EXIT, 5000);
        stop(ENTRY, 5009);
        init(9000);
        assertEquals(new BootCounts(110, 100, 2), time.atInit());
        assertEquals(5, time.atInit().perEntry());
    }

    @Test
    void haltedTimeDoesNotCountButTheWayOutOfItDoes() {
        stop(START, 0);
        stop(ENTRY, 9);
        stop(EXIT, 100);
        stop(IDLE, 109);
        stop(TRAP, 100_003);
        stop(ENTRY, 100_009);
        init(200_000);
        assertEquals(10 + 10 + 10, time.atInit().instructions());
    }

    @Test
    void trapsWhileTheHypervisorRunsChangeNothing() {
        stop(START, 0);
        stop(TRAP, 50);
        stop(ENTRY, 99);
        init(1000);
        assertEquals(100, time.atInit().instructions());
    }

    @Test
    void otherProgramsAtTheMarksAddressAreNotInit() {
        stop(START, 0);
        stop(ENTRY, 9);
        stop(INIT, 100);
        assertThrows(BuildException.class, time::atInit);
    }

    @Test
    void stopsAreReadFromWhatTheDebuggerWrites() throws IOException {
        Path screen = Files.writeString(folder.resolve("screen"), """
                <bochs:1> lb 0x200060
                (0) Breakpoint 1, 0x0000000000200060 in ?? ()
                Next at t=1000
                (0) [0x000000200060] 0010:0000000000200060 (unk. ctxt): cli                       ; fa
                (0) Breakpoint 2, 0xffff82d080200010 in ?? ()
                Next at t=1099
                (0) [0x000000200010] 0008:ffff82d080200010 (unk. ctxt): vmresume                  ; 0f01c3
                (0) Breakpoint 6, 0x00000000004014f0 in ?? ()
                Next at t=2000
                (0) [0x00001fe014f0] 0033:00000000004014f0 (unk. ctxt): nop dword ptr ds:[rax+1346716161] ; 0f1f8001424550
                """);
        StopReader.read(screen, time::add);
        assertEquals(new BootCounts(100, 100, 1), time.atInit());
    }
}
