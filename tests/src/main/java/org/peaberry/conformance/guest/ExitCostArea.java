/** What exits cost, where the time-stamp counter counts instructions: each kind many times between two readings of it. */
package org.peaberry.conformance.guest;

/** The best of some rounds counts: in the others a timer of the hypervisor's may have run. */
final class ExitCostArea extends Area {
    private static final int ROUNDS = 8;
    private static final ExitKind[] KINDS = ExitKind.values();
    private static final Snippet[] LOOPS = loops();

    private static Snippet[] loops() {
        Snippet[] loops = new Snippet[KINDS.length];
        for (int i = 0; i < KINDS.length; i++) {
            loops[i] = new ExitLoop(KINDS[i]).snippet();
        }
        return loops;
    }

    @Override
    String name() {
        return "exit-cost";
    }

    @Override
    void run(Report report) {
        if (!Surroundings.isXen()) {
            report.skip("exits cost something", "there is no hypervisor");
            return;
        }
        for (int i = 0; i < KINDS.length; i++) {
            report.cost(KINDS[i].tag(), ticks(LOOPS[i]));
        }
    }

    private static long ticks(Snippet loop) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            Outcome outcome = loop.run();
            if (!outcome.completed()) {
                throw new IllegalStateException("the loop raised exception " + outcome.vector());
            }
            best = Math.min(best, outcome.get(GeneralRegister.RAX));
        }
        return best;
    }
}
