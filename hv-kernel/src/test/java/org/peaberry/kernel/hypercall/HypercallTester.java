/** Makes hypercalls as dom0's vCPU, with structures in its memory. */
package org.peaberry.kernel.hypercall;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class HypercallTester {
    /** Guest address of the structure under test: it crosses a page. */
    static final long STRUCTURE = TestMachine.DOM0_START + 0x3ffc;
    /** Guest address of arrays that structures refer to. */
    static final long ARRAY = TestMachine.DOM0_START + 0x8000;
    static final long BAD = TestMachine.UNMAPPED + 8;

    final TestMachine machine = new TestMachine();
    final StringBuilder console = new StringBuilder();
    final StringBuilder input = new StringBuilder();
    final List<String> sleeps = new ArrayList<>();
    final MachineServices services = new MachineServices(new GuestConsole() {
        @Override
        public void write(Domain domain, int character) {
            console.append((char) character);
        }

        @Override
        public int read(Domain domain) {
            if (input.length() == 0) {
                return NOTHING;
            }
            int character = input.charAt(0);
            input.delete(0, 1);
            return character;
        }
    }, (state, a, b) -> {
        sleeps.add(state + ":" + Integer.toHexString(a) + ":" + Integer.toHexString(b));
        return 0;
    }, new HypervisorIdentity("console=com1 dom0_mem=512M", "2024-01-01"));
    final Hypercalls hypercalls = new Hypercalls(services);
    Vcpu caller = machine.vcpu;

    long call(int number, long... arguments) {
        hypercalls.begin(caller);
        for (int i = 0; i < HypercallContext.ARGUMENTS; i++) {
            hypercalls.argument(i, i < arguments.length ? arguments[i] : 0);
        }
        return hypercalls.serve(number);
    }

    /** Makes a call again and again while it is preempted, clearing what is pending in between. */
    long callToEnd(int number, long... arguments) {
        long result = call(number, arguments);
        int repeats = 0;
        while (hypercalls.isPreempted()) {
            long[] next = new long[HypercallContext.ARGUMENTS];
            for (int i = 0; i < next.length; i++) {
                next[i] = hypercalls.argument(i);
            }
            if (repeats++ > 0) {
                caller.takePending();
            }
            result = call(number, next);
        }
        return result;
    }

    /** The guest's memory; STRUCTURE and ARRAY are identity-mapped. */
    static Address at(long guest) {
        return DirectMap.addressOf(PhysicalAddress.of(guest));
    }

    static Address structure() {
        return at(STRUCTURE);
    }

    static String text(long guest, int limit) {
        byte[] bytes = new byte[limit];
        int n = 0;
        for (byte b = at(guest).loadByte(); b != 0 && n < limit; b = at(guest).loadByte(n)) {
            bytes[n++] = b;
        }
        return new String(bytes, 0, n, StandardCharsets.ISO_8859_1);
    }
}
