/** A method that the compiler replaces by the operation named; its Java body serves the host JVM only. */
package org.peaberry.runtime.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Intrinsic {
    /** The machine operation. */
    Operation value();

    /**
     * Operations the compiler knows. Unless stated otherwise operands are taken in the order of the method's parameters (an
     * instance method's receiver first), and addresses are host virtual ones, given as {@code long} or as an unboxed type.
     */
    enum Operation {
        // Raw memory: (address) or (address, value). Never merged, reordered or removed.
        LOAD_BYTE, LOAD_SHORT, LOAD_CHAR, LOAD_INT, LOAD_LONG,
        STORE_BYTE, STORE_SHORT, STORE_INT, STORE_LONG,
        /** (address, expected, replacement) → boolean: was replaced. */
        COMPARE_AND_SWAP_INT, COMPARE_AND_SWAP_LONG,
        /** (address, value) → the value before. */
        FETCH_AND_ADD_INT, FETCH_AND_ADD_LONG, EXCHANGE_INT, EXCHANGE_LONG,
        /** (address of an 8-byte word, bit 0..63) → boolean: the bit before; locked. */
        TEST_AND_SET_BIT, TEST_AND_CLEAR_BIT,
        /** mfence. */
        FENCE,
        /** (to, from, bytes): rep movsb, ascending; (to, byte value, bytes): rep stosb. */
        COPY_BYTES, FILL_BYTES,
        /** (to, from, count of 8-byte words): rep movsq; (to, long value, count): rep stosq. */
        COPY_WORDS, FILL_WORDS,

        // Objects.
        /** (Object) → its address; (address) → Object. */
        ADDRESS_OF_OBJECT, OBJECT_AT,
        /** (Object) → its TypeInformation, without a null check. */
        TYPE_INFORMATION_OF,
        /** (class literal, address) → a raw structure or unboxed type: no code at all. */
        REINTERPRET,
        /** (string literal) → address of that linker symbol. */
        SYMBOL_ADDRESS,
        /** (class literal) → the TypeInformation of that class. */
        TYPE_INFORMATION_OF_CLASS,

        // Arithmetic.
        UNSIGNED_LESS_THAN_INT, UNSIGNED_LESS_THAN_LONG,
        DIVIDE_UNSIGNED_INT, DIVIDE_UNSIGNED_LONG, REMAINDER_UNSIGNED_INT, REMAINDER_UNSIGNED_LONG,
        /** Upper 64 bits of the 128-bit product. */
        MULTIPLY_HIGH, MULTIPLY_HIGH_UNSIGNED,
        COUNT_TRAILING_ZEROS_INT, COUNT_TRAILING_ZEROS_LONG, COUNT_LEADING_ZEROS_INT, COUNT_LEADING_ZEROS_LONG,
        REVERSE_BYTES_INT, REVERSE_BYTES_LONG, ROTATE_LEFT_INT, ROTATE_LEFT_LONG,
        /** (double) → int or long, towards zero; the smallest one when it is not a number or out of range. */
        TRUNCATE,
        /** (float) → its bits as int, (double) → as long, and back. */
        FLOATING_POINT_BITS,
        SQUARE_ROOT,

        // Processor. IN: (port) → value; OUT: (port, value).
        IN_BYTE, IN_SHORT, IN_INT, OUT_BYTE, OUT_SHORT, OUT_INT,
        /** (msr) → value; (msr, value). */
        READ_MSR, WRITE_MSR,
        READ_TIME_STAMP_COUNTER,
        /** (leaf, subleaf, address of four ints that receive EAX, EBX, ECX, EDX). */
        CPUID,
        READ_CR0, READ_CR2, READ_CR3, READ_CR4, WRITE_CR0, WRITE_CR2, WRITE_CR3, WRITE_CR4,
        READ_DR0, READ_DR1, READ_DR2, READ_DR3, READ_DR6, READ_DR7,
        WRITE_DR0, WRITE_DR1, WRITE_DR2, WRITE_DR3, WRITE_DR6, WRITE_DR7,
        /** (address): invlpg. */
        INVALIDATE_PAGE,
        /** (address of the 10-byte pseudo-descriptor). */
        LOAD_GDT, LOAD_IDT,
        /** (selector). */
        LOAD_TASK_REGISTER,
        DISABLE_INTERRUPTS, ENABLE_INTERRUPTS, HALT,
        /** sti; hlt with no interrupt between them. */
        ENABLE_INTERRUPTS_AND_HALT,
        READ_FLAGS, WRITE_FLAGS, PAUSE, WRITE_BACK_INVALIDATE_CACHES, CLEAR_TASK_SWITCHED,
        /** (register) → value; (register, value). */
        XGETBV, XSETBV,
        /** (address of the area, mask). */
        XSAVE, XRSTOR,
        /** (address of the 512-byte area). */
        FXSAVE, FXRSTOR,
        /** stac, clac. */
        ALLOW_USER_ACCESS, FORBID_USER_ACCESS,
        /** AMD-V. (physical address) for vmload and vmsave; (linear address, asid) for invlpga. */
        STGI, CLGI, VMLOAD, VMSAVE, INVLPGA,
        /** VT-x. (field) → value; (field, value) → whether the field was written. */
        VMREAD, VMWRITE,
        /** VT-x. (address of the 8-byte physical address of a region) → whether it succeeded. */
        VMXON, VMCLEAR, VMPTRLD,
        /** VT-x. (type, address of the 16-byte descriptor) → whether it succeeded. */
        INVEPT, INVVPID,

        // Per-CPU data through the GS segment: (offset) → value; (offset, value).
        PER_CPU_LOAD, PER_CPU_STORE,

        // Stack.
        /** → the stack pointer of the running frame. */
        STACK_POINTER,
        /** → address the running method returns to. The method is not inlined. */
        RETURN_ADDRESS,
        /** → value the stack pointer had at the call of the running method, before the return address was pushed. The method is not inlined. */
        CALLER_STACK_POINTER,
        /** (pc, stack pointer, exception): continues at an exception handler; never returns. */
        RESUME_AT,
        /** (new stack pointer, entry address): changes the stack and calls; never returns. */
        CALL_ON_STACK,
        /** ud2; never returns. */
        UNDEFINED_INSTRUCTION,

        /** Linux target: (number, six arguments) → result. */
        SYSTEM_CALL
    }
}
