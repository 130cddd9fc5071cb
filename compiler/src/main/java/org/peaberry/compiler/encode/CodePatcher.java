/** What has to be filled in or moved when all labels of a piece of code are bound. */
package org.peaberry.compiler.encode;

import java.util.ArrayList;
import java.util.List;

final class CodePatcher {
    /** Opcode of jmp rel8; jcc rel8 is that of jcc rel32's second byte, less the difference of 0x80 and 0x70. */
    private static final int SHORT_JMP = 0xeb;
    private static final int JMP = 0xe9;
    private static final int LONG_TO_SHORT_CONDITION = 0x80 - 0x70;

    private final List<Patch> patches = new ArrayList<>();
    private final List<FlexibleSite> sites = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    /** Four bytes: the target's offset less the base's, or less the end of the four bytes where there is no base. */
    private record Patch(int offset, Label target, Label base) {
    }

    void addLabel(Label label) {
        labels.add(label);
    }

    void addDisplacement(int offset, Label target) {
        patches.add(new Patch(offset, target, null));
    }

    void addDifference(int offset, Label target, Label base) {
        patches.add(new Patch(offset, target, base));
    }

    void addSite(FlexibleSite site) {
        sites.add(site);
    }

    /** Where differences of labels are, which are data. */
    int[] differences() {
        return patches.stream().filter(patch -> patch.base != null).mapToInt(Patch::offset).sorted().toArray();
    }

    /** Fills in all displacements as the code stands. */
    void patch(CodeBuffer code) {
        for (FlexibleSite site : sites) {
            if (site.isJump()) {
                code.patch(site.end() - Integer.BYTES, site.target().offset() - site.end());
            }
        }
        for (Patch patch : patches) {
            int base = patch.base == null ? patch.offset + Integer.BYTES : patch.base.offset();
            code.patch(patch.offset, patch.target.offset() - base);
        }
    }

    /** Moves the code together into a new buffer and all labels with it, then fills in the displacements. */
    CodeBuffer shorten(CodeBuffer code, JumpShortener shortener) {
        byte[] old = code.toArray();
        CodeBuffer result = new CodeBuffer();
        int copied = 0;
        for (FlexibleSite site : sites) {
            result.put(old, copied, site.start());
            putSite(result, old, site, shortener);
            copied = site.end();
        }
        result.put(old, copied, old.length);
        move(shortener);
        patch(result);
        return result;
    }

    JumpShortener shortener() {
        return new JumpShortener(sites);
    }

    private static void putSite(CodeBuffer result, byte[] old, FlexibleSite site, JumpShortener shortener) {
        if (!site.isJump()) {
            Nop.put(result, site.newLength());
        } else if (site.isShortened()) {
            int opcode = Byte.toUnsignedInt(old[site.start()]);
            result.put(opcode == JMP ? SHORT_JMP : Byte.toUnsignedInt(old[site.start() + 1]) - LONG_TO_SHORT_CONDITION);
            result.put(shortener.displacement(site));
        } else {
            result.put(old, site.start(), site.end());
        }
    }

    private void move(JumpShortener shortener) {
        List<FlexibleSite> longJumps = sites.stream().filter(site -> site.isJump() && !site.isShortened())
                .map(site -> FlexibleSite.jump(shortener.newOffset(site.start()), site.newLength(), site.target())).toList();
        sites.clear();
        sites.addAll(longJumps);
        patches.replaceAll(patch -> new Patch(shortener.newOffset(patch.offset), patch.target, patch.base));
        labels.forEach(label -> label.move(shortener.newOffset(label.offset())));
    }
}
