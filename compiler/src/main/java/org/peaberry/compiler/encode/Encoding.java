/** How a form's operands are laid out. Names follow the "Op/En" column of the Intel SDM, vol. 2. */
package org.peaberry.compiler.encode;

public enum Encoding {
    /** No operands. */
    ZO,
    /** ModRM: reg is the destination, r/m the source. */
    RM,
    /** ModRM: r/m is the destination, reg the source. */
    MR,
    /** RM with vector registers. */
    XMM_RM,
    /** MR with vector registers. */
    XMM_MR,
    /** RM: the destination is a vector register, the source a general one or memory. */
    XMM_GENERAL,
    /** RM: the destination is a general register, the source a vector one or memory. */
    GENERAL_XMM,
    /** MR: the destination is a general register or memory, the source a vector register. */
    GENERAL_FROM_XMM,
    /** ModRM: r/m only, the reg field extends the opcode. */
    M,
    /** M and an 8-bit immediate, sign-extended. */
    MI8,
    /** M and a full immediate: as wide as the operand, at most 32 bits, sign-extended. */
    MI,
    /** RM and an 8-bit immediate. */
    RMI8,
    /** RM and a 32-bit immediate. */
    RMI,
    /** The register is in the opcode's low bits. */
    O,
    /** ModRM: reg is a control, debug or segment register (ES 0, CS, SS, DS, FS, GS 5), r/m a general one. */
    SYSTEM;

    /** Whether it has a register and a register or memory. */
    boolean isPair() {
        return switch (this) {
            case RM, MR, XMM_RM, XMM_MR, XMM_GENERAL, GENERAL_XMM, GENERAL_FROM_XMM -> true;
            default -> false;
        };
    }
}
