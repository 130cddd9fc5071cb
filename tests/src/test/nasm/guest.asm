; A guest that meets every common exit; org.peaberry.tests.machine.GuestProgram is its hypervisor.
;
; Loaded at guest-physical GUEST_BASE and entered there in 32-bit protected mode with flat segments. VMMCALL with EAX = what happened tells the
; hypervisor. An unknown number of exits may come between.

GUEST_BASE      equ 0x1000
STACK_TOP       equ 0x8000
IDT             equ 0x4000
PAGE_TABLES     equ 0x10000
DEVICE          equ 0xFEC00000
MISSING_MSR     equ 0x666
MSR_EFER        equ 0xC0000080
MSR_GS_BASE     equ 0xC0000101
TRAP_FLAG       equ 1 << 8
CODE_64         equ 24

INTERRUPT       equ 0x3030                      ; in handlers
NMI             equ 0x2222
GENERAL         equ 0x6666
DEBUG           equ 0x1111
WANT_INTERRUPT  equ 18                          ; wishes
WANT_NMI        equ 19
WANT_TIMER      equ 20
BEGIN           equ 21                          ; measured from here to the next one
REPORT          equ 22                          ; EBX is printed
EMPTY           equ 23

section .rodata
global guest_code, guest_code_end

%macro tell 1
        mov     eax, %1
        vmmcall
%endmacro
%macro gate 2                                   ; vector, handler
        mov     dword [IDT + 8 * %1], (8 << 16) + GUEST_BASE + %2 - guest_code
        mov     dword [IDT + 8 * %1 + 4], 0x8E00
%endmacro
%define at(label) GUEST_BASE + label - guest_code

guest_code:
bits 32
        mov     esp, STACK_TOP
        mov     eax, 0x40000000
        cpuid
        o16 cpuid                               ; four bytes with its prefix
        mov     al, 'G'
        out     0xE9, al
        in      eax, 0x71
        mov     ecx, 0x123
        mov     eax, 7
        mov     edx, 5
        wrmsr
        mov     eax, [DEVICE]
        mov     dword [DEVICE + 0x10], 0x1234
        or      byte [DEVICE + 0x20], 3
        mov     ebx, eax
        tell    REPORT

        lgdt    [at(gdt_pointer)]
        jmp     8:at(segments)
segments:
        mov     eax, 16
        mov     ds, eax
        mov     es, eax
        mov     ss, eax
        gate    1, debug
        gate    2, nmi
        gate    13, general
        gate    0x30, interrupt
        lidt    [at(idt_pointer)]
        mov     ecx, MISSING_MSR
        rdmsr
        tell    WANT_INTERRUPT                  ; interrupts are off: it comes after STI and the instruction behind it
        nop
        sti
        nop
        nop
        hlt
        tell    WANT_NMI
        nop
        nop
        pushf
        or      dword [esp], TRAP_FLAG
        popf
        cpuid                                   ; a trap follows, although the hypervisor executes it
        nop

        mov     edi, 100
        tell    BEGIN
.next_cpuid:
        mov     eax, 0x40000001
        cpuid
        dec     edi
        jnz     .next_cpuid
        mov     edi, 100
        tell    BEGIN
.next_call:
        tell    EMPTY
        dec     edi
        jnz     .next_call
        mov     edi, 100
        mov     ecx, 0x808
        tell    BEGIN
.next_msr:
        rdmsr
        dec     edi
        jnz     .next_msr
        tell    BEGIN

        mov     dword [PAGE_TABLES], PAGE_TABLES + 0x1003
        mov     dword [PAGE_TABLES + 0x1000], PAGE_TABLES + 0x2003
        mov     dword [PAGE_TABLES + 0x2000], 0x83
        mov     eax, cr4
        or      eax, 1 << 5
        mov     cr4, eax
        mov     eax, PAGE_TABLES
        mov     cr3, eax
        mov     ecx, MSR_EFER
        mov     eax, 1 << 8
        xor     edx, edx
        wrmsr
        mov     eax, cr0
        or      eax, 1 << 31
        mov     cr0, eax
        jmp     CODE_64:at(long_mode)

bits 64
long_mode:
        mov     eax, 0x40000002
        cpuid
        mov     ecx, MSR_GS_BASE
        mov     eax, 0x55
        mov     edx, 0x66
        wrmsr                                   ; no exit
        rdmsr
        mov     ebx, edx
        tell    REPORT
        tell    WANT_TIMER
        mov     edi, 100000000
.spin:
        dec     edi
        jnz     .spin
        lidt    [at(no_table)]
        ud2

bits 32
general:
        tell    GENERAL
        add     esp, 4
        add     dword [esp], 2                  ; RDMSR
        iret
interrupt:
        tell    INTERRUPT
        iret
nmi:
        tell    NMI
        iret
debug:
        tell    DEBUG
        and     dword [esp + 8], ~TRAP_FLAG
        iret

        align   8
gdt:
        dq 0
        dq 0x00CF9B000000FFFF
        dq 0x00CF93000000FFFF
        dq 0x00AF9B000000FFFF
gdt_pointer:
        dw gdt_pointer - gdt - 1
        dd at(gdt)
idt_pointer:
        dw 0x31 * 8 - 1
        dd IDT
no_table:
        dq 0, 0
guest_code_end:
