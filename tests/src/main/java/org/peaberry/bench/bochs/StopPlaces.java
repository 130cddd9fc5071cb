/** Where the stops are in this build of hypervisor and dom0. */
package org.peaberry.bench.bochs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.peaberry.boot.host.Project;

final class StopPlaces {
    private static final byte[] VMRUN = {0x0f, 0x01, (byte) 0xd8};              // AMD APM vol. 3; Intel SDM vol. 3, chapter 31
    private static final byte[] VMLAUNCH = {0x0f, 0x01, (byte) 0xc2};
    private static final byte[] VMRESUME = {0x0f, 0x01, (byte) 0xc3};
    private static final byte[] STI_HLT = {(byte) 0xfb, (byte) 0xf4};
    private static final byte[] MARK_INIT = {0x0f, 0x1f, (byte) 0x80, 1, 0x42, 0x45, 0x50};    // boot-grub/src/main/c/mark.h
    private static final String IDLE = "org.peaberry.kernel.traps.VcpuRunner.idle()V";

    private final Map<Long, StopKind> places = new LinkedHashMap<>();

    /** @throws org.peaberry.boot.host.BuildException when one is not there */
    StopPlaces(Project project) {
        LinkMap map = new LinkMap(sibling(project.elf(), ".map"));
        ElfCode code = new ElfCode(sibling(project.elf(), ".debug"));
        LinkMap.Symbol amd = map.symbol("svm_run");
        LinkMap.Symbol intel = map.symbol("vmx_run");
        LinkMap.Symbol idle = map.symbol(IDLE);
        long vmrun = code.find(amd.address(), amd.end(), VMRUN);
        places.put(map.symbol("boot_entry").address(), StopKind.START);
        places.put(vmrun, StopKind.ENTRY);
        places.put(vmrun + VMRUN.length, StopKind.EXIT);
        places.put(code.find(intel.address(), intel.end(), VMLAUNCH), StopKind.ENTRY);
        places.put(code.find(intel.address(), intel.end(), VMRESUME), StopKind.ENTRY);
        places.put(map.symbol("vmx_exit").address(), StopKind.EXIT);
        places.put(code.find(idle.address(), idle.end(), STI_HLT) + 1, StopKind.IDLE);
        places.put(map.symbol("traps.o:trap_common").address(), StopKind.TRAP);
        places.put(new ElfCode(project.dom0().resolve("bin/mark")).find(MARK_INIT), StopKind.INIT);
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** By linear address. */
    Map<Long, StopKind> places() {
        return places;
    }
}
