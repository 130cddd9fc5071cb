/** Makes hypercalls by the page that the hypervisor fills: entry n, of 32 bytes, makes hypercall n. */
package org.peaberry.conformance.guest;

final class Hypercall {
    private static final int ENTRY_SIZE = 32;
    /** call r11. */
    private static final Snippet CALL = Snippet.of(0x41, 0xFF, 0xD3);
    /** One for all calls: they are also made when nothing can be allocated. */
    private static final Registers ARGUMENTS = new Registers();
    private static final Outcome OUTCOME = new Outcome();

    private Hypercall() {
    }

    /** Where the code is that makes this hypercall. */
    static long entry(int number) {
        return GuestMemory.HYPERCALL_PAGE + (long) number * ENTRY_SIZE;
    }

    static long call(int number, long first, long second, long third) {
        return call(number, first, second, third, 0, 0);
    }

    /** The hypervisor's answer: RAX. */
    static long call(int number, long first, long second, long third, long fourth, long fifth) {
        ARGUMENTS.set(GeneralRegister.R11, entry(number));
        ARGUMENTS.set(GeneralRegister.RDI, first).set(GeneralRegister.RSI, second).set(GeneralRegister.RDX, third);
        ARGUMENTS.set(GeneralRegister.R10, fourth).set(GeneralRegister.R8, fifth);
        CALL.run(ARGUMENTS, OUTCOME);
        if (!OUTCOME.completed()) {
            throw new IllegalStateException("a hypercall raised exception " + OUTCOME.vector());
        }
        return OUTCOME.get(GeneralRegister.RAX);
    }
}
