; A Linux program that exits with what compiled code returns for the number it reads and the one it writes.
extern add_numbers, text_start, text_end, bss_start
global _start, first_number

SYS_EXIT                equ 60

section .text
_start:
        mov     rax, qword second_number
        mov     rdi, [rax]
        mov     [rel copy], rdi
        mov     rdi, [rel copy]
        mov     rax, [rel pointer]
        mov     rsi, [rax]
        call    add_numbers
        mov     edi, eax
        mov     eax, SYS_EXIT
        syscall

section .data
second_number:  dq 30
section .rodata
pointer:        dq first_number
section .data
first_number:   dq 12
section .bss
                resb 5000
copy:           resq 1
