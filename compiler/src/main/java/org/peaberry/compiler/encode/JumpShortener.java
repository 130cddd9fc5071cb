/** Turns jumps with 32-bit displacements into those with 8 bits where the distance allows, and moves the code together. */
package org.peaberry.compiler.encode;

import java.util.List;

/** All jumps start short and grow until every displacement fits; they never shrink again, so this ends. */
final class JumpShortener {
    private final List<FlexibleSite> sites;
    /** For each site: what is to be subtracted from offsets from its end up to the next site's end. */
    private final int[] saved;

    /** @param sites in the order of their offsets */
    JumpShortener(List<FlexibleSite> sites) {
        this.sites = List.copyOf(sites);
        this.saved = new int[sites.size()];
        sites.stream().filter(FlexibleSite::isJump).forEach(site -> site.setNewLength(FlexibleSite.SHORT_JUMP));
        do {
            measure();
        } while (grow());
    }

    /** Where something at an offset of the long code is in the short code. */
    int newOffset(int offset) {
        int low = 0;
        int high = sites.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sites.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? offset : offset - saved[low - 1];
    }

    /** Distance from the end of a short jump to its target. */
    int displacement(FlexibleSite jump) {
        return newOffset(jump.target().offset()) - newOffset(jump.start()) - FlexibleSite.SHORT_JUMP;
    }

    private void measure() {
        int sum = 0;
        for (int i = 0; i < saved.length; i++) {
            FlexibleSite site = sites.get(i);
            if (!site.isJump()) {
                site.setNewLength(-(site.start() - sum) & site.alignment() - 1);
            }
            sum += site.end() - site.start() - site.newLength();
            saved[i] = sum;
        }
    }

    private boolean grow() {
        boolean grown = false;
        for (FlexibleSite site : sites) {
            if (site.isJump() && site.isShortened() && displacement(site) != (byte) displacement(site)) {
                site.makeLong();
                grown = true;
            }
        }
        return grown;
    }
}
