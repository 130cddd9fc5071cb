; Into an AMD-V guest and back. AMD APM vol. 2, sections 15.5, 15.6 and 15.17.
;
; void svm_run(GuestRegisters *rdi, physical VMCB rsi, physical host state rdx)
;
; VMRUN and #VMEXIT exchange RAX, RSP, RIP, RFLAGS, the control registers and CS, SS, DS, ES; VMLOAD and VMSAVE do FS, GS, TR, LDTR and the
; system-call registers. The global interrupt flag is clear wherever a mixture of host and guest state is loaded.
; Interrupts are enabled while the guest runs (V_INTR_MASKING: they exit) and at STGI, where the host takes what is pending.

RCX_OFFSET      equ 1 * 8                       ; org.peaberry.arch.virtualization.GuestRegisters
RDX_OFFSET      equ 2 * 8
RBX_OFFSET      equ 3 * 8
RBP_OFFSET      equ 5 * 8
RSI_OFFSET      equ 6 * 8
RDI_OFFSET      equ 7 * 8
R8_OFFSET       equ 8 * 8

global svm_run

section .text
bits 64

svm_run:
        push    rdx                             ; host state
        push    rdi                             ; registers
        mov     rax, rsi
        mov     rcx, [rdi + RCX_OFFSET]
        mov     rdx, [rdi + RDX_OFFSET]
        mov     rbx, [rdi + RBX_OFFSET]
        mov     rbp, [rdi + RBP_OFFSET]
        mov     rsi, [rdi + RSI_OFFSET]
%assign i 8
%rep 8
        mov     r%[i], [rdi + R8_OFFSET + (i - 8) * 8]
%assign i i + 1
%endrep
        mov     rdi, [rdi + RDI_OFFSET]
        clgi
        sti
        vmload                                  ; of RAX
        vmrun
        vmsave
        push    rdi                             ; the guest's
        mov     rdi, [rsp + 8]                  ; registers
        mov     [rdi + RCX_OFFSET], rcx
        mov     [rdi + RDX_OFFSET], rdx
        mov     [rdi + RBX_OFFSET], rbx
        mov     [rdi + RBP_OFFSET], rbp
        mov     [rdi + RSI_OFFSET], rsi
%assign i 8
%rep 8
        mov     [rdi + R8_OFFSET + (i - 8) * 8], r%[i]
%assign i i + 1
%endrep
        pop     qword [rdi + RDI_OFFSET]
        add     rsp, 8
        pop     rax                             ; host state
        vmload                                  ; of RAX
        stgi                                    ; pending interrupts are taken here
        nop
        cli
        ret
