/** Says where code of libraries throws in the place of what compiled programs do not have. */
package org.peaberry.compiler.driver;

import java.util.List;
import java.util.stream.Collectors;

import org.peaberry.compiler.world.Refusals.Refusal;

final class RefusalListing {
    private RefusalListing() {
    }

    /** One line for all. */
    static String summary(List<Refusal> refusals) {
        String places = refusals.size() == 1 ? "1 place in libraries asks" : refusals.size() + " places in libraries ask";
        return places + " for what is not in the dialect or missing, and throw" + (refusals.size() == 1 ? "s" : "") + " when reached; --explain-refused lists them";
    }

    /** One line for each, sorted by place. */
    static String of(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> refusal.place() + ": throws when reached: " + refusal.reason() + "\n").sorted().collect(Collectors.joining());
    }
}
