/** A domain as far as event channels go: a shared info page and vCPUs that count their upcalls. */
package org.peaberry.kernel.event;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.FrameOwner;
import org.peaberry.kernel.memory.FrameUse;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

final class EventDomain {
    final EventChannels channels;
    final SharedInfo shared;
    final Address page;
    final VcpuEvents[] vcpus;
    final int[] upcalls;
    final int[] polls;

    EventDomain(int id, int vcpuCount, EventDirectory directory, FrameAllocator allocator) {
        page = DirectMap.addressOf(allocator.allocate(0, FrameUse.SHARED, FrameOwner.NONE));
        shared = RawMemory.at(SharedInfo.class, page);
        channels = new EventChannels(id, vcpuCount, directory, allocator);
        channels.placeSharedInfo(page);
        vcpus = new VcpuEvents[vcpuCount];
        upcalls = new int[vcpuCount];
        polls = new int[vcpuCount];
        for (int i = 0; i < vcpuCount; i++) {
            addVcpu(i);
        }
    }

    private void addVcpu(int index) {
        vcpus[index] = new VcpuEvents(new UpcallTarget() {
            @Override
            public void upcallPending() {
                upcalls[index]++;
            }

            @Override
            public void pollDone() {
                polls[index]++;
            }
        });
        vcpus[index].placeInfo(RawMemory.addressOf(shared.vcpu(index)));
        channels.addVcpu(index, vcpus[index]);
    }

    void mask(int port) {
        Address word = page.plus(SharedInfo.MASK + port / 64 * 8L);
        word.store(word.loadLong() | 1L << port % 64);
    }

    boolean isPending(int port) {
        return (shared.pending(port / 64) >>> port % 64 & 1) != 0;
    }

    /** What a guest's upcall handler does: clears the flag and the selector, then all pending bits it finds. */
    void handleUpcall(int vcpu) {
        VcpuInfo info = vcpus[vcpu].info();
        info.upcallPending((byte) 0);
        long words = info.pendingSelector();
        info.pendingSelector(0);
        for (int w = 0; w < SharedInfo.WORDS; w++) {
            if ((words >>> w & 1) != 0) {
                Address bits = page.plus(SharedInfo.PENDING + w * 8L);
                bits.store(bits.loadLong() & shared.mask(w));
            }
        }
    }
}
