/** A debug exception of the hypervisor's own: it asks for none, so a guest's breakpoint or single step has come late. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.trap.TrapFrame;
import org.peaberry.arch.trap.TrapHandler;

/** Debug exceptions are traps that some processors carry over an exit, as MOV SS does over a system call (CVE-2018-8897). */
final class StrayDebugTrap implements TrapHandler {
    @Override
    public boolean handle(TrapFrame frame) {
        return true;
    }
}
