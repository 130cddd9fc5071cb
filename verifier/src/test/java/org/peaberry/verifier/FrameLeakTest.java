/** Mistakes with frames of the real allocator are found where they are made, and what is right is not called wrong. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peaberry.verifier.rule.Finding;

class FrameLeakTest {
    private static final int FEWEST_CASES = 20;
    /** One line, so that lines count from the case's first one. */
    private static final String BEFORE = """
            package org.peaberry.kernel.memory; import org.peaberry.arch.paging.DirectMap; import org.peaberry.runtime.annotation.Owned; \
            import org.peaberry.runtime.annotation.Releases; import org.peaberry.runtime.unboxed.Address; import org.peaberry.runtime.unboxed.HostFrame; \
            final class Example { private static final char OWNER = 1; private final FrameAllocator allocator; private int looks; \
            @Owned private final long[] numbers = new long[OWNER]; \
            Example(FrameAllocator allocator) { this.allocator = allocator; } \
            void look(HostFrame frame) { looks++; } void borrow(int index) { looks += index; } boolean isGood(HostFrame frame) { return looks > 0; } \
            static int checked(int index) { if (index < 0) { throw new IllegalArgumentException("negative"); } return index; } \
            @Owned static HostFrame required(@Owned HostFrame frame) { if (NoFrame.is(frame)) { throw new IllegalStateException("none"); } return frame; } \
            """;
    private static final String RIGHT = """
            boolean keep(int index) {
                HostFrame frame = allocator.allocate(0, FrameUse.SHARED, OWNER);
                if (NoFrame.is(frame)) {
                    return false;
                }
                try {
                    numbers[checked(index)] = frame.toLong();
                } catch (RuntimeException refused) {
                    allocator.release(frame);
                    throw refused;
                }
                return true;
            }

            boolean keepBoth(HostFrame first) {
                HostFrame one = required(allocator.allocate(0, FrameUse.SHARED, OWNER));
                boolean isFilled = false;
                try {
                    isFilled = allocator.claim(first, 1, FrameUse.DOMAIN, OWNER) && give(first);
                } finally {
                    allocator.release(one);
                }
                return isFilled;
            }

            boolean give(@Owned HostFrame frame) {
                HostFrame same = frame;
                allocator.release(same);
                return true;
            }

            @Owned
            Address takeAddress() {
                HostFrame frame = allocator.allocate(0, FrameUse.SHARED, OWNER);
                return NoFrame.is(frame) ? Address.zero() : DirectMap.addressOf(frame);
            }

            boolean retry(int rounds) {
                for (int i = 0; i < rounds; i++) {
                    HostFrame frame = allocator.allocate(0, FrameUse.SHARED, OWNER);
                    if (NoFrame.is(frame)) {
                        return false;
                    }
                    if (isGood(frame)) {
                        numbers[0] = frame.toLong();
                        return true;
                    }
                    allocator.release(frame);
                }
                return false;
            }

            static final class Holder {
                @Owned
                private final HostFrame frame;

                Holder(FrameAllocator allocator, int size) {
                    int order = checked(size);
                    frame = required(allocator.allocate(order, FrameUse.SHARED, OWNER));
                }
            }
            """;

    @TestFactory
    Stream<DynamicTest> everyMistakeWithAFrameIsFoundWhereItIsMade() {
        return cases().stream().map(one -> dynamicTest(one.substring(0, one.indexOf('\n')), () -> check(one.substring(one.indexOf('\n') + 1))));
    }

    @Test
    void whatIsRightIsNotCalledWrong() {
        assertEquals(List.of(), findings(RIGHT).stream().map(Finding::text).toList());
    }

    @Test
    void thereAreTwentyCases() {
        assertTrue(cases().size() >= FEWEST_CASES);
    }

    private static void check(String body) {
        List<String> expected = Expectations.of(body, "resource-leak");
        assertFalse(expected.isEmpty(), "no line is marked");
        List<Finding> findings = findings(body);
        assertEquals(expected, Expectations.lines(findings), () -> String.join("\n", findings.stream().map(Finding::text).toList()));
    }

    private static List<Finding> findings(String body) {
        return Sources.findingsInKernel(BEFORE + body + "}\n");
    }

    private static List<String> cases() {
        return Stream.of(Sources.resource("/failing-frames.txt").split("(?m)^//// ")).filter(text -> !text.isBlank()).toList();
    }
}
