/** An instruction as the disassembler reads it. */
package org.peaberry.compiler.encode;

/**
 * @param length bytes
 * @param text   in NASM's syntax
 * @param target offset in the code to which it jumps or whose address it computes; {@link #NO_TARGET} for none
 */
public record DecodedInstruction(int length, String text, int target) {
    public static final int NO_TARGET = -1;
}
