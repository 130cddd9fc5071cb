; Into a VT-x guest and back. Intel SDM vol. 3, sections 26.2, 28.5 and 31.3.
;
; long vmx_run(GuestRegisters *rdi, boolean rsi: launched before)
;       → 0 after an exit, 1 or 2 when the instruction failed (2: the VMCS has an error number)
; void vmx_take_nmi()   after an exit for an NMI: the host's handler runs, and its IRET opens non-maskable interrupts again
;
; An exit gives the host its control registers, segments, GS base and stack from the VMCS; general registers are exchanged here. RSP is in the VMCS.
; The host's interrupts are off all the time; one that ended the guest waits until the host turns them on.

HOST_RSP        equ 0x6C14                      ; org.peaberry.arch.vmx.FieldNatural
RAX_OFFSET      equ 0 * 8                       ; org.peaberry.arch.virtualization.GuestRegisters
RCX_OFFSET      equ 1 * 8
RDX_OFFSET      equ 2 * 8
RBX_OFFSET      equ 3 * 8
RBP_OFFSET      equ 5 * 8
RSI_OFFSET      equ 6 * 8
RDI_OFFSET      equ 7 * 8
R8_OFFSET       equ 8 * 8
NMI_VECTOR      equ 2

global vmx_run, vmx_exit, vmx_take_nmi

section .text
bits 64

vmx_run:
        push    rdi                             ; registers
        mov     eax, HOST_RSP
        vmwrite rax, rsp
        test    rsi, rsi                        ; the flags stay until the jump
        mov     rax, [rdi + RAX_OFFSET]
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
        jz      .launch
        vmresume
        jmp     .failed
.launch:
        vmlaunch
.failed:
        setz    al                              ; otherwise the carry flag: there is no VMCS
        movzx   eax, al
        inc     eax
        pop     rdi
        ret

vmx_exit:
        push    rdi                             ; the guest's
        mov     rdi, [rsp + 8]                  ; registers
        mov     [rdi + RAX_OFFSET], rax
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
        xor     eax, eax
        ret

vmx_take_nmi:
        int     NMI_VECTOR
        ret
