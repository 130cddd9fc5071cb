; Entry of exceptions and interrupts: one uniform frame, one call of Java, and back.
;
; Frame from low to high addresses (org.peaberry.arch.trap.TrapFrame): 15 general registers, vector, error code (0 where the processor
; pushes none), then what the processor pushed: RIP, CS, RFLAGS, RSP, SS.

STUB_SIZE               equ 16                  ; org.peaberry.arch.trap.TrapStubs
VECTORS                 equ 256

; Vectors with an error code: 8, 10 to 14, 17, 21 (SDM vol. 3, table 6-1), 29, 30 (APM vol. 2, table 8-1).
ERROR_CODE_VECTORS      equ 1 << 8 | 0x1F << 10 | 1 << 17 | 1 << 21 | 1 << 29 | 1 << 30

extern trap_dispatch
global trap_stubs, trap_table

section .text
bits 64

%macro save 1-*
  %rep %0
        push    %1
    %rotate 1
  %endrep
%endmacro
%macro restore 1-*
  %rep %0
    %rotate -1
        pop     %1
  %endrep
%endmacro

        align STUB_SIZE
trap_stubs:
%assign vector 0
%rep VECTORS
        align STUB_SIZE
  %if vector > 31 || ((ERROR_CODE_VECTORS >> vector) & 1) == 0
        push    0
  %endif
        push    vector
        jmp     near trap_common
%assign vector vector + 1
%endrep

        align STUB_SIZE
trap_common:
        save    rax, rcx, rdx, rbx, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15
        cld
        mov     rdi, rsp
        call    trap_dispatch
        restore rax, rcx, rdx, rbx, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15
        add     rsp, 16                         ; vector and error code
        iretq

section .bss nobits alloc noexec write align=4096

trap_table:     resb VECTORS * 16               ; org.peaberry.arch.trap.TrapTable
