/** A scheduler's queue: takes the vCPU that is first, lets it run, puts it back. */
package org.peaberry.bench.kernels;

final class RunQueue implements Kernel {
    private static final int VCPUS = 60;
    private static final int TURNS = 60_000;

    /** What is queued. */
    private static final class Vcpu {
        private final int number;
        private long deadline;
        private long ran;

        Vcpu(int number) {
            this.number = number;
        }

        boolean isBefore(Vcpu other) {
            return deadline < other.deadline || deadline == other.deadline && number < other.number;
        }
    }

    private final Vcpu[] heap = new Vcpu[VCPUS + 1];
    private final Vcpu[] all = new Vcpu[VCPUS];
    private int count;

    RunQueue() {
        for (int i = 0; i < VCPUS; i++) {
            all[i] = new Vcpu(i);
        }
    }

    private void insert(Vcpu vcpu) {
        int at = ++count;
        while (at > 1 && vcpu.isBefore(heap[at / 2])) {
            heap[at] = heap[at / 2];
            at /= 2;
        }
        heap[at] = vcpu;
    }

    private Vcpu removeFirst() {
        Vcpu first = heap[1];
        Vcpu last = heap[count--];
        int at = 1;
        while (2 * at <= count) {
            int child = 2 * at;
            if (child < count && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(last)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return first;
    }

    @Override
    public long run() {
        Sequence sequence = new Sequence(31);
        count = 0;
        for (Vcpu vcpu : all) {
            vcpu.deadline = sequence.next() & 0xff;
            vcpu.ran = 0;
            insert(vcpu);
        }
        long sum = 0;
        for (int i = 0; i < TURNS; i++) {
            Vcpu vcpu = removeFirst();
            int slice = 1 + (sequence.next() & 0x3f);
            vcpu.ran += slice;
            vcpu.deadline += (long) slice * (1 + vcpu.number % 4);
            sum = sum * 31 + vcpu.number;
            insert(vcpu);
        }
        for (Vcpu vcpu : all) {
            sum = sum * 31 + vcpu.ran;
        }
        return sum;
    }
}
